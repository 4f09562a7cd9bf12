import { m } from '#app/shared/i18n/messages.ts'
import { staffKindWords } from '#app/shared/ui/organisation-words.ts'
import type { PersonShown } from './person.ts'
import { stateWords } from './words.ts'

/** What the unit's records say of a person, to read. */
export function PersonSummary({ person }: { person: PersonShown }) {
  const { identity, department, staffKind, grade, roleProfile, profiles, state } = person
  const profile = profiles.find(({ value }) => value === roleProfile)?.label
  const none = m.accounts_none_given()
  return (
    <dl className="summary panel">
      <dt>{m.accounts_staff_number()}</dt>
      <dd>{identity.staffNumber || none}</dd>
      <dt>{m.organisation_state()}</dt>
      <dd>{stateWords[state]()}</dd>
      <dt>{m.organisation_department()}</dt>
      <dd>{department}</dd>
      <dt>{m.organisation_staff_kind()}</dt>
      <dd>{staffKindWords[staffKind]()}</dd>
      <dt>{m.organisation_grade()}</dt>
      <dd lang="zh-CN">{grade}</dd>
      <dt>{m.organisation_role_profile()}</dt>
      <dd>{profile ?? none}</dd>
      <dt>{m.accounts_email()}</dt>
      <dd>{identity.email || none}</dd>
      <dt>{m.accounts_phone()}</dt>
      <dd>{identity.phone || none}</dd>
    </dl>
  )
}
