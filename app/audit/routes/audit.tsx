import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { auditFilter } from '#app/audit/audit-filter.form.ts'
import { dayBounds } from '#app/audit/domain/day.ts'
import { lastHead } from '#app/audit/heads.server.ts'
import { EventTable } from '#app/audit/ui/event-table.tsx'
import { VerdictNotice } from '#app/audit/ui/verdict.tsx'
import { verifyTrail } from '#app/audit/verify.server.ts'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { listAuditEvents } from '#db/audit/queries.server.ts'

const pageSize = 100

export const meta = () => [{ title: `${m.audit_title()} · ${m.shared_product()}` }]

export const loader = guardedLoader('audit.read', async ({ reader, url }) => {
  const { timeZone } = reader
  const filter = auditFilter.parse(Object.fromEntries(url.searchParams))
  const { day, action, actor, before } = filter
  const bounds = dayBounds(day, timeZone)
  const events = await listAuditEvents({ ...bounds, action, actorId: actor, before }, pageSize)
  const last = events.length === pageSize ? events.at(-1)?.sequence : undefined
  const head = await lastHead()
  return { filter, events, timeZone, older: last && olderPage(url, last), head }
})

export const action = guardedAction('audit.read', async () => ({ verdict: await verifyTrail() }))

function olderPage(url: URL, before: number): string {
  const query = new URLSearchParams(url.searchParams)
  query.set('before', String(before))
  return `/audit?${query}`
}

function Filter({ day, action, actor }: { day: string; action: string; actor: string }) {
  return (
    <Form method="get" className="filter">
      <TextField name="day" type="date" label={m.audit_day()} value={day} short />
      <TextField
        name="action"
        label={m.audit_action()}
        hint={m.audit_action_hint()}
        value={action}
        short
      />
      <TextField name="actor" label={m.audit_actor_number()} value={actor} />
      <SubmitButton kind="plain">{m.audit_filter()}</SubmitButton>
    </Form>
  )
}

export default function Audit() {
  const { filter, events, timeZone, older, head } = useLoaderData<typeof loader>()
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
      <Filter {...filter} />
      {events.length === 0 ? (
        <Empty title={m.audit_none()}>
          <p>{m.audit_none_text()}</p>
        </Empty>
      ) : (
        <EventTable events={events} timeZone={timeZone} />
      )}
      {older && (
        <p>
          <a href={older}>{m.audit_older()}</a>
        </p>
      )}
    </>
  )
}
