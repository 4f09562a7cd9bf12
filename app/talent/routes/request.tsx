import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { isOpen, mayRecall } from '#app/talent/domain/contact.ts'
import { RequestFacts } from '#app/talent/ui/request.tsx'
import { unitName } from '#app/talent/ui/words.ts'
import { recordAnswerRead } from '#db/talent/asker-commands.server.ts'
import { findRequestOf, unitOf } from '#db/talent/asker-queries.server.ts'
import { identifyByRequest } from '#db/talent/contact-commands.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

/** Name and contact details, for as long as both sides stand by their yes; the look is logged first. */
async function contactDetails(reader: Parameters<typeof identifyByRequest>[0], id: string) {
  const personId = await identifyByRequest(reader, id)
  if (!personId) return
  const identity = (await identitiesOf([personId])).get(personId)
  const { name, phone, email } = identity ?? {}
  const unit = await unitOf(personId)
  return { name, phone, email, unit: unit && unitName(unit) }
}

export const meta: MetaFunction = () => [
  { title: `${m.talent_requests_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader(
  'contact.request',
  async ({ reader, params, url, request: { method } }) => {
    const id = params.id ?? ''
    const request = await findRequestOf(reader, id, Date.now())
    if (!request) throw notFound()
    const isLook = method !== 'HEAD'
    if (request.news && isLook) await recordAnswerRead(reader, id)
    const { personId: _, ...shown } = request
    return {
      request: shown,
      // Asked for its headers alone, the page shows nobody, and nobody looked.
      details: isLook ? await contactDetails(reader, id) : undefined,
      timeZone: reader.timeZone,
      done: url.searchParams.get('done'),
    }
  },
)

export default function Request() {
  const { request, details, timeZone, done } = useLoaderData<typeof loader>()
  const { code, state } = request
  return (
    <article className="measure">
      <p className="crumbs">
        <a href="/talent/requests">{m.talent_requests_title()}</a>
      </p>
      <h1>{code ? m.talent_candidate({ code }) : m.talent_candidate_gone()}</h1>
      {done === 'sent' && state === 'waiting-person' && (
        <Notice kind="done">{m.talent_contact_sent()}</Notice>
      )}
      {done === 'recalled' && state === 'recalled' && (
        <Notice kind="done">{m.talent_recall_done()}</Notice>
      )}
      <RequestFacts request={request} timeZone={timeZone} />
      {request.mine && mayRecall(state) && (
        <p>
          <a href={`/talent/requests/${request.id}/withdrawal`}>{m.talent_recall()}</a>
        </p>
      )}
      {details && (
        <section className="panel">
          <h2>{m.talent_requests_identity()}</h2>
          <dl className="summary">
            <dt>{m.talent_requests_name()}</dt>
            <dd>{details.name ?? m.talent_erased()}</dd>
            <dt>{m.talent_requests_unit()}</dt>
            <dd>{details.unit}</dd>
            <dt>{m.talent_requests_phone()}</dt>
            <dd>{details.phone ?? m.talent_requests_missing()}</dd>
            <dt>{m.talent_requests_email()}</dt>
            <dd>{details.email ?? m.talent_requests_missing()}</dd>
          </dl>
          <p className="quiet">{m.talent_requests_identity_text()}</p>
        </section>
      )}
      {!isOpen(state) && <p>{m.talent_requests_ended()}</p>}
    </article>
  )
}
