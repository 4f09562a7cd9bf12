import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { knownBrowser } from '#app/accounts/enter.server.ts'
import { publicAction, publicLoader } from '#app/accounts/guard.server.ts'
import { lengthOf, newPasswordForm } from '#app/accounts/new-password.form.ts'
import { acceptPassword } from '#app/accounts/new-password.server.ts'
import { linkHash } from '#app/accounts/token.server.ts'
import { NewPasswordFields } from '#app/accounts/ui/new-password-fields.tsx'
import { passwordWords } from '#app/accounts/ui/password-words.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { findPasswordToken, redeemPasswordToken } from '#db/accounts/password-tokens.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

function openToken(url: URL, token: string | undefined) {
  const kind = url.pathname.startsWith('/invitation/') ? 'invitation' : 'reset'
  const hash = linkHash(token ?? '')
  return findPasswordToken(hash).then((found) => (found?.kind === kind ? { ...found, hash } : null))
}

export const meta: MetaFunction<typeof loader> = ({ data: link }) => [
  { title: `${titleOf(link)} · ${m.shared_product()}` },
]

// Only reads: link previews and mail scanners open links as well.
export const loader = publicLoader(async ({ params, url }) => {
  const open = await openToken(url, params.token)
  if (!open) return data({ open: false as const }, { status: 410 })
  const who = (await identitiesOf([open.personId])).get(open.personId)
  return {
    open: true as const,
    name: who?.name ?? '',
    staffNumber: who?.staffNumber ?? '',
    invited: open.kind === 'invitation',
    until: formatDateTime(open.expiresAt, 'Asia/Shanghai'),
  }
})

export const action = publicAction(async ({ params, url, form, key, context }) => {
  const open = await openToken(url, params.token)
  if (!open) return invalid({ form: m.accounts_link_gone_title() }, form, 410)
  const parsed = parseForm(newPasswordForm, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { password } = parsed.value
  const accepted = await acceptPassword(open.personId, password)
  if (!accepted.ok) {
    return invalid({ password: passwordWords(accepted.error, lengthOf(password)) }, form)
  }
  const done = await redeemPasswordToken(open.hash, accepted.value, key)
  if (!done.ok) return invalid({ form: m.accounts_link_gone_title() }, form, 410)
  // Whoever had used up their tries here may sign in at once.
  const headers = { 'Set-Cookie': knownBrowser(open.personId, context) }
  throw redirect(withDone('/sign-in', 'password-set'), { headers })
})

function LinkGone() {
  return (
    <article className="narrow">
      <h1>{titleOf(undefined)}</h1>
      <p>{m.accounts_link_gone_text()}</p>
      <ul>
        <li>
          <a href="/sign-in">{m.accounts_link_gone_sign_in()}</a>
        </li>
        <li>
          <a href="/forgotten">{m.accounts_link_gone_forgotten()}</a>
        </li>
        <li>{m.accounts_link_gone_administrator()}</li>
      </ul>
    </article>
  )
}

function titleOf(link: { open: boolean; invited?: boolean } | undefined): string {
  if (!link?.open) return m.accounts_link_gone_title()
  return link.invited ? m.accounts_invitation_title() : m.accounts_reset_title()
}

export default function SetPassword() {
  const link = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (!link.open) return <LinkGone />
  return (
    <article className="narrow">
      <h1>{titleOf(link)}</h1>
      <dl className="summary">
        <dt>{m.accounts_name()}</dt>
        <dd lang="zh-CN">{link.name}</dd>
        <dt>{m.accounts_staff_number()}</dt>
        <dd>{link.staffNumber}</dd>
      </dl>
      <p className="quiet">{m.accounts_link_until({ until: link.until })}</p>
      <Form state={state}>
        <input type="text" autoComplete="username" value={link.staffNumber} hidden readOnly />
        <NewPasswordFields />
        <SubmitButton>{m.accounts_set_password()}</SubmitButton>
      </Form>
      <p className="quiet">{m.accounts_not_you()}</p>
    </article>
  )
}
