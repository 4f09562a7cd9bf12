import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { auditPage } from '#app/audit/audit-page.server.ts'
import { EventFilter } from '#app/audit/ui/event-filter.tsx'
import { EventTable } from '#app/audit/ui/event-table.tsx'
import { VerdictNotice } from '#app/audit/ui/verdict.tsx'
import { verifyTrail } from '#app/audit/verify.server.ts'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'

export const meta = () => [{ title: `${m.audit_title()} · ${m.shared_product()}` }]

export const loader = guardedLoader('audit.read', ({ reader, url }) => auditPage(reader, url))

export const action = guardedAction('audit.read', async () => ({ verdict: await verifyTrail() }))

export default function Audit() {
  const { filter, errors, events, timeZone, older, head, readerId } = useLoaderData<typeof loader>()
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
      <p className="measure quiet">{m.audit_who_is_it()}</p>
      <EventFilter filter={filter} errors={errors} />
      {errors.actor ? null : events.length === 0 ? (
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
