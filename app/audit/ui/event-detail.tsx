import type { AuditEntry } from '#app/audit/domain/chain.ts'
import { detailFields } from '#app/audit/domain/detail.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { roleWords } from '#app/shared/ui/organisation-words.ts'
import { fieldWords } from './field-words.ts'

const roles: Record<string, (() => string) | undefined> = roleWords

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? m.audit_yes() : m.audit_no()
  if (value === null || value === '') return m.audit_empty_value()
  if (Array.isArray(value)) {
    return value.map(valueText).join(m.audit_list_comma()) || m.audit_empty_value()
  }
  if (typeof value === 'string') return roles[value]?.() ?? value
  return JSON.stringify(value)
}

function fieldText(name: string, value: unknown): string {
  // Each is sealed: how many they are is all that can be read.
  if (name !== 'acts' || !Array.isArray(value)) return valueText(value)
  return m.audit_sealed_acts({ count: value.length })
}

/** Everything an event says, field by field, with its full numbers. What is sealed stays so. */
export function EventDetail({ event }: { event: AuditEntry }) {
  const { actorId, action, subjectId, detail } = event
  const isSealed = actorId === 'sealed'
  return (
    <details className="event-detail">
      <summary>
        {m.audit_detail()}
        <span className="visually-hidden"> {event.sequence}</span>
      </summary>
      <dl>
        {!isSealed &&
          detailFields(detail).map(([name, value]) => (
            <Field key={name} name={fieldWords[name]?.() ?? name} value={fieldText(name, value)} />
          ))}
        {isSealed && <Field name={m.audit_detail()} value={m.audit_sealed()} />}
        <Field name={m.audit_action_code()} value={action} />
        <Field name={m.audit_actor_full()} value={actorId} />
        <Field name={m.audit_subject_full()} value={subjectId} />
      </dl>
    </details>
  )
}

function Field({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
