import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCodeTicket } from '#app/accounts/code-ticket.server.ts'
import { enter } from '#app/accounts/enter.server.ts'
import { publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { spendSecondFactor } from '#app/accounts/second-factor.server.ts'
import { logSignIn } from '#app/accounts/sign-in-log.server.ts'
import { personCounts, takeTry } from '#app/accounts/throttle.server.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { safePath } from '#app/shared/http/redirect.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.accounts_code_title()} · ${m.shared_product()}` },
]

export const loader = publicLoader(async ({ context, url }) => {
  if (!(await readCodeTicket(context.codeTicket))) throw redirect('/sign-in')
  return { returnTo: safePath(url.searchParams.get('return')) }
})

export const action = publicAction(async ({ form, context }) => {
  const personId = await readCodeTicket(context.codeTicket)
  if (!personId) throw redirect('/sign-in')
  // Only who has the password gets here, so counting by person locks nobody else out.
  const attempt = takeTry(personCounts('code', personId))
  if (!attempt) {
    logSignIn('code', 'wait', personId)
    return invalid({ form: m.accounts_code_wait() }, form, 429)
  }
  const right = await spendSecondFactor(personId, String(form.get('code') ?? '').slice(0, 64))
  logSignIn('code', right ? 'right' : 'wrong', personId)
  if (!right) return invalid({ code: m.accounts_code_wrong() }, form)
  attempt.succeeded()
  throw await enter({ kind: 'signed-in', personId }, context, safePath(form.get('return')))
})

export default function SignInCode() {
  const { returnTo } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <h1>{m.accounts_code_title()}</h1>
      <Form state={useActionData<typeof action>()}>
        <input type="hidden" name="return" value={returnTo} />
        <TextField
          name="code"
          label={m.accounts_code()}
          hint={m.accounts_code_hint()}
          autoComplete="one-time-code"
          short
        />
        <SubmitButton>{m.accounts_sign_in()}</SubmitButton>
      </Form>
      <p>
        <a href="/sign-in">{m.accounts_start_again()}</a>
      </p>
    </article>
  )
}
