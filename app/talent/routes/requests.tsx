import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { StandingTag } from '#app/talent/ui/request.tsx'
import { contractWords } from '#app/talent/ui/words.ts'
import { listRequestsOf } from '#db/talent/contact-queries.server.ts'

export const loader = guardedLoader('contact.request', async ({ reader }) => ({
  requests: await listRequestsOf(reader, Date.now()),
  timeZone: reader.timeZone,
}))

export default function Requests() {
  const { requests, timeZone } = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      <p className="crumbs">
        <a href="/talent">{m.talent_person_back()}</a>
      </p>
      <h1>{m.talent_requests_title()}</h1>
      {requests.length === 0 && (
        <Empty title={m.talent_requests_none()}>
          <p>{m.talent_requests_none_todo()}</p>
        </Empty>
      )}
      {requests.length > 0 && (
        <ul className="rows panel">
          {requests.map((request) => (
            <li key={request.id}>
              <div className="spread">
                <h2 className="plain">
                  <a href={`/talent/requests/${request.id}`}>
                    {request.code
                      ? m.talent_candidate({ code: request.code })
                      : m.talent_candidate_gone()}
                  </a>
                </h2>
                <StandingTag request={request} timeZone={timeZone} />
              </div>
              <p className="quiet facts">
                <span>{contractWords[request.contract]()}</span>
                <span>{request.purpose}</span>
                <span>{formatDate(request.at, timeZone)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
