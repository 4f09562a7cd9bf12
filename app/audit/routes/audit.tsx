import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { actionsChosen } from '#app/audit/domain/actions.ts'
import { auditFilter } from '#app/audit/domain/audit-filter.ts'
import { dayBounds } from '#app/audit/domain/day.ts'
import { lastHead } from '#app/audit/heads.server.ts'
import { EventFilter } from '#app/audit/ui/event-filter.tsx'
import { EventTable } from '#app/audit/ui/event-table.tsx'
import { VerdictNotice } from '#app/audit/ui/verdict.tsx'
import { verifyTrail } from '#app/audit/verify.server.ts'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { listAuditEvents } from '#db/audit/queries.server.ts'

const pageSize = 50

export const meta = () => [{ title: `${m.audit_title()} · ${m.shared_product()}` }]

export const loader = guardedLoader('audit.read', async ({ reader, url }) => {
  const { timeZone } = reader
  const filter = auditFilter.parse(Object.fromEntries(url.searchParams))
  const { day, action, actor, before } = filter
  const bounds = dayBounds(day, timeZone)
  const actions = actionsChosen(action)
  const events = await listAuditEvents({ ...bounds, actions, actorId: actor, before }, pageSize)
  const last = events.length === pageSize ? events.at(-1)?.sequence : undefined
  const head = await lastHead()
  const older = last && olderPage(url, last)
  return { filter, events, timeZone, older, head, readerId: reader.personId }
})

export const action = guardedAction('audit.read', async () => ({ verdict: await verifyTrail() }))

function olderPage(url: URL, before: number): string {
  const query = new URLSearchParams(url.searchParams)
  query.set('before', String(before))
  return `/audit?${query}`
}

export default function Audit() {
  const { filter, events, timeZone, older, head, readerId } = useLoaderData<typeof loader>()
  const verdict = useActionData<typeof action>()?.verdict
  return (
    <>
      <h1>{m.audit_title()}</h1>
      <p className="measure">{m.audit_intro({ zone: zoneName(timeZone) })}</p>
      {verdict && <VerdictNotice verdict={verdict} />}
      <section className="panel measure">
        <h2>{m.audit_check_title()}</h2>
        <p>
          {head
            ? m.audit_last_head({
                sequence: String(head.sequence),
                time: formatDateTime(head.at, timeZone),
              })
            : m.audit_no_head()}
        </p>
        <Form>
          <SubmitButton>{m.audit_check()}</SubmitButton>
        </Form>
      </section>
      <h2>{m.audit_events()}</h2>
      <EventFilter {...filter} />
      {events.length === 0 ? (
        <Empty title={m.audit_none()}>
          <p>{m.audit_none_text()}</p>
        </Empty>
      ) : (
        <EventTable events={events} timeZone={timeZone} readerId={readerId} />
      )}
      {older && (
        <p>
          <a href={older}>{m.audit_older()}</a>
        </p>
      )}
    </>
  )
}
