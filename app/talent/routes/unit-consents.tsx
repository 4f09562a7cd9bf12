import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { RequestList } from '#app/talent/ui/request.tsx'
import { unitName } from '#app/talent/ui/words.ts'
import { recordUnitLooks } from '#db/talent/contact-commands.server.ts'
import { listForUnit } from '#db/talent/contact-queries.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_consents_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('contact.decide-for-unit', async ({ reader, request }) => {
  const requests = await listForUnit(reader, Date.now())
  if (request.method !== 'HEAD') await recordUnitLooks(reader, requests)
  const identities = await identitiesOf(requests.map(({ personId }) => personId))
  return {
    requests: requests.map(({ personId, ...request }) => ({
      ...request,
      name: identities.get(personId)?.name ?? '',
    })),
    timeZone: reader.timeZone,
  }
})

export default function UnitConsents() {
  const { requests, timeZone } = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      <p className="crumbs">
        <a href="/talent">{m.talent_search_title()}</a>
      </p>
      <h1>{m.talent_consents_title()}</h1>
      <p>{m.talent_consents_text()}</p>
      {requests.length === 0 && (
        <Empty title={m.talent_consents_none()}>
          <p>{m.talent_consents_none_todo()}</p>
        </Empty>
      )}
      {requests.length > 0 && (
        <RequestList
          requests={requests.map(({ id, name, unit, contract, purpose, state, until }) => ({
            ...{ id, contract, state, until },
            href: `/talent/unit-consents/${id}`,
            title: name || m.talent_erased(),
            facts: [unitName(unit), purpose],
          }))}
          timeZone={timeZone}
          asked="unit"
        />
      )}
    </article>
  )
}
