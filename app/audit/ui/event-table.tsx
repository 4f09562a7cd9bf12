import { isId, shortId } from '#app/audit/domain/detail.ts'
import { formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Wide } from '#app/shared/ui/wide.tsx'
import { sayAction } from './action-words.ts'
import { EventDetail, type ExplainedEvent } from './event-detail.tsx'

type Props = { events: ExplainedEvent[]; timeZone: string; readerId: string }

/**
 * The events, newest first. Numbers stand for people. Beside the number of someone who acted on others
 * for an office stands the name; nobody else has one here, since whether someone is in the talent
 * pool, or left it, must not show beside a name.
 */
export function EventTable({ events, timeZone, readerId }: Props) {
  return (
    <Wide>
      <table className="events">
        <thead>
          <tr>
            <th scope="col">{m.audit_number()}</th>
            <th scope="col">{m.audit_time()}</th>
            <th scope="col">{m.audit_action()}</th>
            <th scope="col">{m.audit_actor()}</th>
            <th scope="col">{m.audit_subject()}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.sequence}>
              <td>{event.sequence}</td>
              <td>{formatDateTime(event.at, timeZone)}</td>
              <td>
                {sayAction(event.action)}
                <EventDetail event={event} />
              </td>
              <td data-label={m.audit_actor()}>
                <Actor id={event.actorId} name={event.actorName} readerId={readerId} />
              </td>
              <td data-label={m.audit_subject()}>
                <Subject event={event} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

type ActorProps = { id: string; name: string | undefined; readerId: string }

function Actor({ id, name, readerId }: ActorProps) {
  if (id === 'sealed') return m.audit_sealed()
  const words = {
    system: m.audit_system,
    operator: m.audit_operator,
    nobody: m.audit_nobody,
    [readerId]: m.audit_you,
  }[id]
  return (
    <>
      <a href={`/audit?actor=${encodeURIComponent(id)}`} title={`${m.audit_events_of()} ${id}`}>
        {words ? words() : <code>{isId(id) ? shortId(id) : id}</code>}
      </a>
      {name && !words && <span> {name}</span>}
    </>
  )
}

function Subject({ event: { actorId, subjectId } }: { event: ExplainedEvent }) {
  if (subjectId === 'sealed') return m.audit_sealed()
  if (subjectId === actorId) return m.audit_same_person()
  if (isId(subjectId)) return <code title={subjectId}>{shortId(subjectId)}</code>
  return <code>{subjectId}</code>
}
