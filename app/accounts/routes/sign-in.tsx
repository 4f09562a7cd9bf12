import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { enter } from '#app/accounts/enter.server.ts'
import { publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { readBrowserMark, signIn } from '#app/accounts/sign-in.server.ts'
import { fieldsOf, invalid, parseForm } from '#app/shared/http/form-state.ts'
import { safePath } from '#app/shared/http/redirect.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'

const schema = z.object({
  login: z
    .string()
    .trim()
    .min(1, { error: () => m.accounts_login_needed() })
    .max(254),
  password: z
    .string()
    .min(1, { error: () => m.accounts_password_needed() })
    .max(1_000),
  return: z.string().optional(),
})

export const meta: MetaFunction = () => [
  { title: `${m.accounts_sign_in()} · ${m.shared_product()}` },
]

export const loader = publicLoader(({ reader, url }) => {
  if (reader) throw redirect(safePath(url.searchParams.get('return')))
  return {
    returnTo: safePath(url.searchParams.get('return')),
    done: url.searchParams.get('done'),
  }
})

export const action = publicAction(async ({ form, context }) => {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { login, password } = parsed.value
  const mark = readBrowserMark(context.browserMark)
  const outcome = await signIn(login, password, { address: context.address, ...mark })
  const returnTo = safePath(fieldsOf(form).return?.[0])
  switch (outcome.kind) {
    case 'wrong':
      return invalid({ form: m.accounts_sign_in_wrong() }, form)
    case 'wait':
      return invalid({ form: m.accounts_sign_in_wait() }, form, 429)
    case 'busy':
      return invalid({ form: m.accounts_sign_in_busy() }, form, 503)
    default:
      throw await enter(outcome, context, returnTo)
  }
})

export default function SignIn() {
  const { returnTo, done } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <article className="narrow">
      <h1>{m.accounts_sign_in()}</h1>
      {done === 'password-set' && !state && (
        <Notice kind="done">{m.accounts_password_was_set()}</Notice>
      )}
      <Form state={state}>
        <input type="hidden" name="return" value={returnTo} />
        <TextField
          name="login"
          label={m.accounts_login()}
          hint={m.accounts_login_hint()}
          autoComplete="username"
        />
        <TextField
          name="password"
          type="password"
          label={m.accounts_password()}
          autoComplete="current-password"
        />
        <SubmitButton>{m.accounts_sign_in()}</SubmitButton>
      </Form>
      <p className="actions">
        <a href="/forgotten">{m.accounts_forgotten_link()}</a>
      </p>
    </article>
  )
}
