import { type MetaFunction, redirect } from '@remix-run/node'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { findOwnApplication } from '#db/white-hat/applicants.server.ts'
import { withdrawAsWhiteHat } from '#db/white-hat/commands.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.white_hat_withdraw()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('white-hat.apply', async ({ reader }) => {
  if (!(await findOwnApplication(reader.personId))) throw redirect('/white-hat/apply')
  return null
})

export const action = guardedAction('white-hat.apply', async ({ reader }) => {
  // Withdrawing what is withdrawn already leads to the same page and says the same.
  await withdrawAsWhiteHat(reader.personId)
  throw redirect(withDone('/white-hat/apply', 'withdrawn'))
})

export default function Withdrawal() {
  return (
    <article className="narrow">
      <h1>{m.white_hat_withdraw_sure()}</h1>
      <p>{m.white_hat_withdraw_text()}</p>
      <Form>
        <div className="actions">
          <SubmitButton kind="danger">{m.white_hat_withdraw()}</SubmitButton>
          <a href="/white-hat/apply">{m.white_hat_withdraw_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
