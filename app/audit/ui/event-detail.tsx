import type { AuditEntry } from '#app/audit/domain/chain.ts'
import { detailFields } from '#app/audit/domain/detail.ts'
import type { Explained } from '#app/audit/explain.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { fieldWords } from './field-words.ts'
import { sayValue } from './value-words.ts'

/** An event with what the rest of the database says of it. */
export type ExplainedEvent = AuditEntry & Explained

/**
 * Everything an event says, field by field, with its full numbers, and why it was done. What is
 * sealed stays so.
 */
export function EventDetail({ event }: { event: ExplainedEvent }) {
  const { actorId, subjectId, purpose, candidateId } = event
  return (
    <details className="event-detail">
      <summary>
        {m.audit_detail()}
        <span className="visually-hidden"> {event.sequence}</span>
      </summary>
      <dl>
        {purpose !== undefined && <Field name={m.audit_purpose()} value={purpose} />}
        {actorId === 'sealed' ? (
          <Field name={m.audit_detail()} value={m.audit_sealed()} />
        ) : (
          <Fields event={event} />
        )}
        {candidateId && <Field name={m.audit_candidate()} value={candidateId} />}
        <Field name={m.audit_actor_full()} value={actorId} />
        <Field name={m.audit_subject_full()} value={subjectId} />
      </dl>
    </details>
  )
}

/** What the command noted; a need as its conditions. */
function Fields({ event: { detail, conditions, skill } }: { event: ExplainedEvent }) {
  return detailFields(detail).map(([name, value]) => {
    const about = fieldWords[name]?.() ?? name
    if (name !== 'need' || !conditions) {
      return (
        <Field
          key={name}
          name={about}
          value={(name === 'skill' && skill) || sayValue(name, value)}
        />
      )
    }
    if (conditions.length === 0) return <Field key={name} name={about} value={m.audit_any()} />
    return conditions.map(({ about, asked }) => <Field key={about} name={about} value={asked} />)
  })
}

function Field({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
