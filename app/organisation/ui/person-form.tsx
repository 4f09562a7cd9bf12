import { staffKinds } from '#app/organisation/domain/organisation.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { staffKindWords } from '#app/shared/ui/organisation-words.ts'
import type { PersonShown } from './person.ts'
import { stateWords } from './words.ts'

type FieldsProps = {
  person: Omit<PersonShown, 'personId' | 'state' | 'department' | 'mark'>
  departments: { value: string; label: string }[]
  /** Whether the number is one that somebody signs in with already. */
  isOnRecord: boolean
  /** Whether the reader may open the account, and so change where its mail goes. */
  opens: boolean
}

/** What the unit's records say of a person. */
export function PersonFields({ person, departments, isOnRecord, opens }: FieldsProps) {
  const { identity, organisationId, staffKind, grade, roleProfile, profiles } = person
  const kinds = staffKinds.map((kind) => ({ value: kind, label: staffKindWords[kind]() }))
  return (
    <>
      <TextField name="name" label={m.accounts_name()} value={identity.name} lang="zh-CN" />
      <TextField
        name="staffNumber"
        label={m.accounts_staff_number()}
        hint={isOnRecord ? m.organisation_staff_number_hint() : m.organisation_note_staff_number()}
        value={identity.staffNumber}
      />
      <Select
        name="department"
        label={m.organisation_department()}
        options={departments}
        value={organisationId}
      />
      <Select
        name="staffKind"
        label={m.organisation_staff_kind()}
        options={kinds}
        value={staffKind}
      />
      <TextField name="grade" label={m.organisation_grade()} value={grade} lang="zh-CN" />
      <Select
        name="roleProfile"
        label={m.organisation_role_profile()}
        options={[{ value: '', label: m.organisation_no_profile() }, ...profiles]}
        value={roleProfile}
      />
      <TextField
        name="email"
        type="email"
        label={m.organisation_optional({ label: m.accounts_email() })}
        hint={opens ? undefined : m.organisation_email_beyond_hint()}
        value={identity.email}
      />
      <TextField
        name="phone"
        label={m.organisation_optional({ label: m.accounts_phone() })}
        value={identity.phone}
      />
    </>
  )
}

type Props = {
  person: PersonShown
  departments: { value: string; label: string }[]
  opens: boolean
  state?: FormState | undefined
}

/** What the unit's records say of a person, to correct. */
export function PersonForm({ person, departments, opens, state }: Props) {
  return (
    <Form state={state} className="panel">
      <input type="hidden" name="shown" value={person.mark} />
      <p>
        {m.organisation_state()} <span className="tag">{stateWords[person.state]()}</span>
      </p>
      <PersonFields person={person} departments={departments} isOnRecord opens={opens} />
      <SubmitButton name="intent" value="save">
        {m.shared_save()}
      </SubmitButton>
    </Form>
  )
}
