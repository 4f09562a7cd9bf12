import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { qrOf } from '#app/accounts/qr.server.ts'
import { proposedSecret } from '#app/accounts/second-factor.server.ts'
import {
  beginSecondFactor,
  dropSecondFactor,
  startSecondFactor,
} from '#app/accounts/second-factor-page.server.ts'
import { RecoveryCodes } from '#app/accounts/ui/recovery-codes.tsx'
import { Confirmed, NotSet, Proposed } from '#app/accounts/ui/second-factor.tsx'
import { formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { countRecoveryCodes, findCredential } from '#db/accounts/credentials.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.accounts_second_factor()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('account.manage', async ({ reader, url }) => {
  const { personId, secondFactorOwed: owed, timeZone } = reader
  const credential = await findCredential(personId)
  const done = url.searchParams.get('done')
  if (credential?.totpConfirmedAt) {
    const since = formatDate(credential.totpConfirmedAt, timeZone)
    const short = credential.passwordShort
    return {
      step: 'confirmed' as const,
      ...{ owed, done, since, short, codesLeft: await countRecoveryCodes(personId) },
    }
  }
  const who = (await identitiesOf([personId])).get(personId)
  const secret = await proposedSecret(personId, who?.staffNumber ?? '')
  if (!secret) return { step: 'none' as const, owed, done }
  const text = secret.text.replace(/(.{4})(?=.)/g, '$1 ')
  const { address } = secret
  return { step: 'proposed' as const, owed, done, text, address, qr: qrOf(address) }
})

export const action = guardedAction('account.manage', async ({ reader, form, context }) => {
  switch (form.get('intent')) {
    case 'begin':
      await beginSecondFactor(reader.personId)
      throw redirect('/account/second-factor')
    case 'confirm': {
      const started = await startSecondFactor(reader.personId, form, context)
      if (!started.ok) return started.error
      return data({ codes: started.value.codes }, { headers: started.value.headers })
    }
    case 'remove':
      return dropSecondFactor(reader.personId, form, context)
    default:
      throw redirect('/account/second-factor')
  }
})

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  if (state && 'codes' in state) return <RecoveryCodes codes={state.codes} />
  return (
    <article className="narrow">
      <p className="crumbs">
        <a href="/account">{m.shared_account()}</a>
      </p>
      <h1>{m.accounts_second_factor()}</h1>
      {page.owed && (
        <Notice kind="warn">
          {m.accounts_second_factor_owed()}{' '}
          <a href="/account/password">{m.accounts_second_factor_instead()}</a>
        </Notice>
      )}
      {page.step === 'none' && page.done === 'removed' && (
        <Notice kind="done">{m.accounts_second_factor_removed()}</Notice>
      )}
      {page.step === 'none' && <NotSet />}
      {page.step === 'proposed' && <Proposed {...page} state={state} />}
      {page.step === 'confirmed' && (
        <Confirmed since={page.since} codesLeft={page.codesLeft} short={page.short} state={state} />
      )}
    </article>
  )
}
