import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { contractKinds } from '#app/talent/domain/kinds.ts'
import { mayBeAskedFor, registryPage } from '#app/talent/registry-page.server.ts'
import { Looks } from '#app/talent/ui/looks.tsx'
import { Meaning, Preview, ProfileForm, RequestsToMe } from '#app/talent/ui/registry.tsx'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { giveConsent } from '#db/talent/registry-commands.server.ts'

const schema = z.object({
  availableFrom: z
    .union([z.literal(''), z.iso.date()], { error: () => m.talent_registry_available_wrong() })
    .default(''),
  contracts: z
    .array(z.enum(contractKinds), { error: () => m.talent_registry_contracts_needed() })
    .min(1, { error: () => m.talent_registry_contracts_needed() }),
})

export const meta: MetaFunction = () => [
  { title: `${m.talent_registry_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('registry.decide', async ({ reader, url }) => ({
  ...(await registryPage(reader)),
  done: url.searchParams.get('done'),
}))

/** What was just done, while it still fits: an address is opened again later. */
function doneWords(done: string | null, inPool: boolean): string | undefined {
  if (done === 'joined' && inPool) return m.talent_registry_joined()
  if (done === 'saved' && inPool) return m.talent_registry_saved()
  if (done === 'left' && !inPool) return m.talent_registry_left()
}

export const action = guardedAction('registry.decide', async ({ reader, form, key }) => {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { availableFrom } = parsed.value
  if (availableFrom && availableFrom < formatDate(Date.now(), reader.timeZone)) {
    return invalid({ availableFrom: m.talent_registry_available_past() }, form)
  }
  if (!(await mayBeAskedFor(reader.personId, parsed.value.contracts))) {
    return invalid({ contracts: m.talent_registry_contracts_barred() }, form)
  }
  const wasIn = (await findOwnEntry(reader.personId)) !== undefined
  const given = await giveConsent(reader.personId, parsed.value, key)
  if (given.ok) throw redirect(withDone('/registry', wasIn ? 'saved' : 'joined'))
  const words =
    given.error === 'white-hat' ? m.talent_registry_white_hat() : m.talent_registry_not_active()
  return invalid({ form: words }, form)
})

export default function Registry() {
  const page = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { consent, preview, profile, whiteHat, looks, requests, timeZone } = page
  const done = state ? undefined : doneWords(page.done, consent !== undefined)
  return (
    <>
      <h1>{m.talent_registry_title()}</h1>
      {done && <Notice kind="done">{done}</Notice>}
      {whiteHat ? (
        <Notice kind="warn">
          <p>{m.talent_registry_white_hat()}</p>
          <p>
            <a href="/white-hat/apply">{m.talent_registry_white_hat_link()}</a>
          </p>
        </Notice>
      ) : (
        <p className="next panel">
          {consent
            ? m.talent_registry_in({
                date: formatDate(consent.givenAt, timeZone),
                code: consent.code,
              })
            : m.talent_registry_out()}
        </p>
      )}
      {requests.length > 0 && <RequestsToMe requests={requests} timeZone={timeZone} />}
      {!whiteHat && preview && profile && (
        <div className="halves">
          <Meaning />
          <div>
            <Preview {...preview} />
            <ProfileForm state={state} {...profile} joined={consent !== undefined} />
          </div>
        </div>
      )}
      <h2>{m.talent_registry_looks()}</h2>
      <Looks looks={looks} timeZone={timeZone} />
      {!whiteHat && (
        <p className="actions">
          <a href="/white-hat/apply">{m.talent_registry_to_white_hat()}</a>
        </p>
      )}
      {requests.length === 0 && <RequestsToMe requests={requests} timeZone={timeZone} />}
    </>
  )
}
