import { longestSearch } from '#app/organisation/domain/identity.ts'
import { personStates } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { stateWords } from './words.ts'

type Filter = { departmentId: string; text: string; state?: string | undefined; waiting: boolean }

/** The query that shows this filter again, at a page of it. */
export function staffQuery({ departmentId, text, state, waiting }: Filter, page: number): string {
  const query = new URLSearchParams()
  if (departmentId) query.set('department', departmentId)
  if (text) query.set('q', text)
  if (state) query.set('state', state)
  if (waiting) query.set('waiting', '1')
  if (page > 1) query.set('page', String(page))
  const written = query.toString()
  return written ? `/staff?${written}` : '/staff'
}

type Props = {
  filter: { departmentId: string; text: string; state?: string | undefined }
  departments: { value: string; label: string }[]
}

/** Which of the staff to show. */
export function StaffFilterForm({ filter, departments }: Props) {
  const states = personStates.map((state) => ({ value: state, label: stateWords[state]() }))
  return (
    <Form method="get" action="/staff" className="filter panel">
      <TextField
        name="q"
        type="search"
        label={m.organisation_search()}
        value={filter.text}
        maxLength={longestSearch}
      />
      <Select
        name="department"
        label={m.organisation_department()}
        value={filter.departmentId}
        options={[{ value: '', label: m.organisation_all_departments() }, ...departments]}
      />
      <Select
        name="state"
        label={m.organisation_state()}
        value={filter.state ?? ''}
        options={[{ value: '', label: m.organisation_all_states() }, ...states]}
      />
      <SubmitButton kind="plain">{m.organisation_show()}</SubmitButton>
    </Form>
  )
}
