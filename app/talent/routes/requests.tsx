import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { RequestList } from '#app/talent/ui/request.tsx'
import { listRequestsOf } from '#db/talent/asker-queries.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_requests_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('contact.request', async ({ reader }) => ({
  requests: await listRequestsOf(reader, Date.now()),
  timeZone: reader.timeZone,
}))

export default function Requests() {
  const { requests, timeZone } = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      <p className="crumbs">
        <a href="/talent">{m.talent_search_title()}</a>
      </p>
      <h1>{m.talent_requests_title()}</h1>
      {requests.length === 0 && (
        <Empty title={m.talent_requests_none()}>
          <p>{m.talent_requests_none_todo()}</p>
        </Empty>
      )}
      {requests.length > 0 && (
        <RequestList
          requests={requests.map(({ id, code, contract, purpose, at, state, until, news }) => ({
            ...{ id, contract, state, until, news },
            href: `/talent/requests/${id}`,
            title: code ? m.talent_candidate({ code }) : m.talent_candidate_gone(),
            facts: [purpose, formatDate(at, timeZone)],
          }))}
          timeZone={timeZone}
        />
      )}
    </article>
  )
}
