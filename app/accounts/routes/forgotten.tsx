import { data, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { askForLink } from '#app/accounts/forgotten.server.ts'
import { publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'

const schema = z.object({
  login: z
    .string()
    .trim()
    .min(1, { error: () => m.accounts_login_needed() })
    .max(254),
})

export const meta: MetaFunction = () => [
  { title: `${m.accounts_forgotten_link()} · ${m.shared_product()}` },
]

export const loader = publicLoader(() => null)

export const action = publicAction(async ({ form, context }) => {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const heard = await askForLink(parsed.value.login, context.address)
  if (!heard) return invalid({ form: m.accounts_forgotten_wait() }, form, 429)
  return data({ heard: true as const })
})

export default function Forgotten() {
  const state = useActionData<typeof action>()
  if (state && 'heard' in state) {
    return (
      <article className="narrow">
        <h1>{m.accounts_forgotten_heard_title()}</h1>
        <p>{m.accounts_forgotten_heard_mail()}</p>
        <p>{m.accounts_forgotten_heard_administrator()}</p>
        <p>
          <a href="/sign-in">{m.accounts_to_sign_in()}</a>
        </p>
      </article>
    )
  }
  return (
    <article className="narrow">
      <h1>{m.accounts_forgotten_link()}</h1>
      <p>{m.accounts_forgotten_text()}</p>
      <Form state={state}>
        <TextField
          name="login"
          label={m.accounts_login()}
          hint={m.accounts_login_hint()}
          autoComplete="username"
        />
        <SubmitButton>{m.accounts_forgotten_send()}</SubmitButton>
      </Form>
      <p>
        <a href="/sign-in">{m.accounts_to_sign_in()}</a>
      </p>
    </article>
  )
}
