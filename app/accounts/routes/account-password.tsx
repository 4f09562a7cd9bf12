import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmPassword, currentPasswordWords } from '#app/accounts/confirm-password.server.ts'
import { sessionCookie } from '#app/accounts/cookies.server.ts'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { lengthOf, newPasswordForm } from '#app/accounts/new-password.form.ts'
import { acceptPassword } from '#app/accounts/new-password.server.ts'
import { rotateSession } from '#app/accounts/session.server.ts'
import { NewPasswordFields } from '#app/accounts/ui/new-password-fields.tsx'
import { passwordWords } from '#app/accounts/ui/password-words.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { changePassword } from '#db/accounts/credentials.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.accounts_change_password()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('account.manage', ({ reader }) => ({
  owed: reader.secondFactorOwed,
}))

export const action = guardedAction('account.manage', async ({ reader, form, context }) => {
  const parsed = parseForm(newPasswordForm, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { personId } = reader
  const current = await confirmPassword(personId, String(form.get('current') ?? ''))
  if (current !== 'right') return invalid({ current: currentPasswordWords[current]() }, form)
  const { password } = parsed.value
  const accepted = await acceptPassword(personId, password)
  if (!accepted.ok) {
    return invalid({ password: passwordWords(accepted.error, lengthOf(password)) }, form)
  }
  await changePassword(personId, accepted.value.hash, accepted.value.short)
  const token = await rotateSession(personId, context.device)
  throw redirect(withDone('/account', 'password-changed'), {
    headers: { 'Set-Cookie': sessionCookie(token) },
  })
})

export default function AccountPassword() {
  const { owed } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <p className="crumbs">
        {owed ? (
          <a href="/account/second-factor">{m.accounts_second_factor()}</a>
        ) : (
          <a href="/account">{m.shared_account()}</a>
        )}
      </p>
      <h1>{m.accounts_change_password()}</h1>
      <p>{m.accounts_change_password_text()}</p>
      <Form state={useActionData<typeof action>()}>
        <TextField
          name="current"
          type="password"
          label={m.accounts_current_password()}
          autoComplete="current-password"
        />
        <NewPasswordFields />
        <SubmitButton>{m.accounts_change_password()}</SubmitButton>
      </Form>
    </article>
  )
}
