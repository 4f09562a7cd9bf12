import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { languageCookie, largeTextCookie } from '#app/accounts/cookies.server.ts'
import { timeZones } from '#app/accounts/domain/time-zones.ts'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import {
  listSessionsFor,
  revokeOtherSessions,
  revokeOwnSession,
} from '#app/accounts/session.server.ts'
import { Preferences } from '#app/accounts/ui/preferences.tsx'
import { SessionList } from '#app/accounts/ui/session-list.tsx'
import { locales } from '#app/shared/domain/text.ts'
import { doneText, withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { currentLocale, formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { findCredential } from '#db/accounts/credentials.server.ts'
import { choosePreference } from '#db/accounts/preferences.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

const preferences = z.object({
  locale: z.enum(locales),
  timeZone: z.enum(timeZones),
  largeText: z.enum(['0', '1']).transform((choice) => choice === '1'),
})

export const meta: MetaFunction = () => [{ title: `${m.shared_account()} · ${m.shared_product()}` }]

export const loader = guardedLoader('account.manage', async ({ reader, url, context }) => {
  const { personId, timeZone, largeText } = reader
  const who = (await identitiesOf([personId])).get(personId)
  const sessions = await listSessionsFor(personId, context.sessionToken)
  return {
    who: {
      name: who?.name ?? '',
      staffNumber: who?.staffNumber ?? '',
      email: who?.email ?? '',
      phone: who?.phone ?? '',
    },
    preferences: { locale: currentLocale(), timeZone, largeText },
    zones: timeZones.map((zone) => ({
      value: zone,
      label: m.accounts_zone({ name: zoneName(zone), zone }),
    })),
    hasFactor: (await findCredential(personId))?.totpConfirmedAt != null,
    zone: zoneName(timeZone),
    sessions: sessions.map(({ id, device, createdAt, expiresAt, here }) => ({
      id,
      device,
      here,
      begun: formatDateTime(createdAt, timeZone),
      expires: formatDateTime(expiresAt, timeZone),
    })),
    done: url.searchParams.get('done'),
  }
})

export const action = guardedAction('account.manage', async ({ reader, form, key, context }) => {
  const { personId } = reader
  switch (form.get('intent')) {
    case 'preferences': {
      const parsed = parseForm(preferences, form)
      if (!parsed.ok) return invalid(parsed.error, form)
      await choosePreference(personId, parsed.value)
      const { locale, largeText } = parsed.value
      const headers = new Headers()
      headers.append('Set-Cookie', languageCookie(locale))
      headers.append('Set-Cookie', largeTextCookie(largeText))
      throw redirect(withDone('/account', 'saved'), { headers })
    }
    case 'end': {
      const ended = await revokeOwnSession(personId, String(form.get('session') ?? ''), key)
      if (!ended.ok) throw notFound()
      break
    }
    case 'end-others':
      if (context.sessionToken) await revokeOtherSessions(personId, context.sessionToken)
      break
  }
  throw redirect(withDone('/account', 'ended'))
})

const doneWords: Record<string, () => string> = {
  saved: m.accounts_preferences_saved,
  ended: m.accounts_sessions_ended,
  'password-changed': m.accounts_password_changed,
}

export default function Account() {
  const { who, preferences, zones, hasFactor, sessions, zone, done } =
    useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const words = state ? undefined : doneText(doneWords, done)
  return (
    <>
      <h1>{m.shared_account()}</h1>
      {words && <Notice kind="done">{words}</Notice>}
      <div className="halves">
        <div>
          <section className="panel">
            <h2>{m.accounts_who()}</h2>
            <dl className="summary">
              <dt>{m.accounts_name()}</dt>
              <dd lang="zh-CN">{who.name}</dd>
              <dt>{m.accounts_staff_number()}</dt>
              <dd>{who.staffNumber}</dd>
              <dt>{m.accounts_email()}</dt>
              <dd>{who.email || m.accounts_none_given()}</dd>
              <dt>{m.accounts_phone()}</dt>
              <dd>{who.phone || m.accounts_none_given()}</dd>
            </dl>
            <p className="quiet">{m.accounts_who_text()}</p>
          </section>
          <section className="panel">
            <h2>{m.accounts_security()}</h2>
            <dl className="summary">
              <dt>{m.accounts_password()}</dt>
              <dd>
                <a href="/account/password">{m.accounts_change_password()}</a>
              </dd>
              <dt>{m.accounts_second_factor()}</dt>
              <dd>
                {hasFactor ? m.accounts_in_force() : m.accounts_not_set()}{' '}
                <a href="/account/second-factor">
                  {hasFactor ? m.accounts_second_factor_open() : m.accounts_second_factor_begin()}
                </a>
              </dd>
            </dl>
          </section>
        </div>
        <section className="panel">
          <h2>{m.accounts_preferences()}</h2>
          <Preferences {...preferences} zones={zones} state={state} />
        </section>
      </div>
      <SessionList sessions={sessions} zone={zone} />
    </>
  )
}
