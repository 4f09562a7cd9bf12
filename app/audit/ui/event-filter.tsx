import { type ActionGroup, actionGroups } from '#app/audit/domain/actions.ts'
import { type AuditFilter, longestActor } from '#app/audit/domain/audit-filter.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { actionWords, groupWords } from './action-words.ts'

type Props = { filter: AuditFilter; errors: Record<string, string> }

/** Which events to show: of a day, of a group of actions or of one, of a person. */
export function EventFilter({ filter: { day, action, actor }, errors }: Props) {
  return (
    <Form method="get" className="filter" state={{ errors, values: {} }}>
      <TextField name="day" type="date" label={m.audit_day()} value={day} />
      <div className="field">
        <label htmlFor="f-action">{m.audit_action()}</label>
        <select id="f-action" name="action" defaultValue={action}>
          <option value="">{m.audit_any_action()}</option>
          {(Object.keys(actionGroups) as ActionGroup[]).map((group) => (
            <optgroup key={group} label={groupWords[group]()}>
              <option value={group}>{m.audit_whole_group({ group: groupWords[group]() })}</option>
              {actionGroups[group].map((each) => (
                <option key={each} value={each}>
                  {actionWords[each]()}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <TextField
        name="actor"
        label={m.audit_actor_number()}
        value={actor}
        maxLength={longestActor}
      />
      <SubmitButton kind="plain">{m.audit_filter()}</SubmitButton>
    </Form>
  )
}
