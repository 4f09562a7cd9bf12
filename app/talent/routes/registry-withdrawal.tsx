import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { isOpen } from '#app/talent/domain/contact.ts'
import { listRequestsTo } from '#db/talent/contact-queries.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { withdrawConsent } from '#db/talent/leaving.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_registry_withdraw()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('registry.decide', async ({ reader }) => {
  if (!(await findOwnEntry(reader.personId))) throw redirect('/registry')
  const requests = await listRequestsTo(reader.personId, Date.now())
  return { open: requests.filter(({ state }) => isOpen(state)).length }
})

export const action = guardedAction('registry.decide', async ({ reader }) => {
  await withdrawConsent(reader.personId)
  throw redirect(withDone('/registry', 'left'))
})

export default function RegistryWithdrawal() {
  const { open } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <h1>{m.talent_registry_withdraw_sure()}</h1>
      <p>{m.talent_registry_withdraw_text()}</p>
      {open > 0 && <p>{m.talent_registry_withdraw_open({ count: open })}</p>}
      <Form>
        <div className="actions">
          <SubmitButton kind="danger">{m.talent_registry_withdraw()}</SubmitButton>
          <a href="/registry">{m.talent_registry_stay()}</a>
        </div>
      </Form>
    </article>
  )
}
