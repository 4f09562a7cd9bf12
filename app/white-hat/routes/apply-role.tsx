import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { whiteHatRoleWords } from '#app/shared/ui/talent-words.ts'
import { applyPage } from '#app/white-hat/apply-page.server.ts'
import { type WhiteHatRole, whiteHatRoles } from '#app/white-hat/domain/roles.ts'
import { Consequences, countMet } from '#app/white-hat/ui/apply.tsx'
import { findOwnApplication } from '#db/white-hat/applicants.server.ts'
import { applyAsWhiteHat } from '#db/white-hat/commands.server.ts'

function roleOf(param: string | undefined): WhiteHatRole {
  const role = whiteHatRoles.find((one) => one === param)
  if (!role) throw notFound()
  return role
}

export const meta: MetaFunction = () => [
  { title: `${m.white_hat_apply_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('white-hat.apply', async ({ reader, params }) => {
  if (await findOwnApplication(reader.personId)) throw redirect('/white-hat/apply')
  const role = roleOf(params.role)
  const { roles } = await applyPage(reader)
  return { role, requires: roles.find((asked) => asked.role === role)?.requires ?? [] }
})

export const action = guardedAction('white-hat.apply', async ({ reader, params, form }) => {
  const applied = await applyAsWhiteHat(reader.personId, roleOf(params.role))
  if (applied.ok) throw redirect(withDone('/white-hat/apply', 'applied'))
  const words = applied.error === 'already' ? m.white_hat_already() : m.white_hat_not_active()
  return invalid({ form: words }, form)
})

export default function ApplyRole() {
  const { role, requires } = useLoaderData<typeof loader>()
  const [met, of] = [countMet(requires), requires.length]
  const state = useActionData<typeof action>()
  return (
    <article className="narrow">
      <h1>{m.white_hat_apply_sure({ role: whiteHatRoleWords[role]() })}</h1>
      <p>{m.white_hat_apply_sure_text()}</p>
      {met < of && <Notice kind="warn">{m.white_hat_apply_below({ met, of })}</Notice>}
      <Consequences />
      <Form state={state}>
        <div className="actions">
          <SubmitButton>{m.white_hat_apply_confirm()}</SubmitButton>
          <a href="/white-hat/apply">{m.white_hat_apply_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
