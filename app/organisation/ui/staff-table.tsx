import type { Role } from '#app/accounts/domain/roles.ts'
import type { PersonState, StaffKind } from '#app/organisation/domain/organisation.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { ChooseAll } from '#app/shared/ui/choose-all.tsx'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { roleWords, staffKindWords } from '#app/shared/ui/organisation-words.ts'
import { Wide } from '#app/shared/ui/wide.tsx'
import { stateWords } from './words.ts'

export type StaffRow = {
  personId: string
  name: string
  staffNumber: string
  department: string
  staffKind: StaffKind
  grade: string
  state: PersonState
  roles: Role[]
  asked: boolean
  link: string
  /** Whether the reader manages this one: a list may be of more than that. */
  manages: boolean
}

const stateTags = { invited: 'tag warn', active: 'tag good', left: 'tag' } as const

function State({ person }: { person: StaffRow }) {
  return (
    <>
      <span className={stateTags[person.state]}>{stateWords[person.state]()}</span>{' '}
      {person.asked && <span className="tag warn">{m.organisation_asked()}</span>}
      {person.link && (
        <span className="quiet">{m.organisation_link_until({ until: person.link })}</span>
      )}
    </>
  )
}

function Row({ person, manages }: { person: StaffRow; manages: boolean }) {
  const { personId, name, staffNumber, department, staffKind, grade, roles, state } = person
  return (
    <tr>
      {manages && (
        <td className="chooser">
          {person.manages && state !== 'left' && (
            <input
              type="checkbox"
              name="person"
              value={personId}
              aria-label={m.organisation_choose({ name })}
            />
          )}
        </td>
      )}
      <td>
        <a href={`/staff/${personId}`} lang="zh-CN">
          {name || m.organisation_erased()}
        </a>
      </td>
      <td className="staff-number">{staffNumber}</td>
      <td>{department}</td>
      <td>
        <span lang="zh-CN">{grade}</span>{' '}
        <span className="quiet">{staffKindWords[staffKind]()}</span>
      </td>
      <td>
        <State person={person} />
      </td>
      <td>{roles.map((role) => roleWords[role]()).join(m.organisation_list_comma())}</td>
    </tr>
  )
}

type Props = {
  people: StaffRow[]
  total: number
  manages: boolean
  filter: {
    departmentId: string
    text: string
    state?: PersonState | undefined
    waiting: boolean
    page: number
  }
  /** What was wrong with the last press. */
  state?: FormState | undefined
}

/** The staff in rows. Whoever manages them chooses people and makes their links below. */
export function StaffTable({ people, total, manages, filter, state }: Props) {
  const table = (
    <Wide>
      <table className="staff">
        <caption>{m.organisation_total({ total })}</caption>
        <thead>
          <tr>
            {manages && (
              <th>
                <span className="visually-hidden">{m.organisation_chosen()}</span>
              </th>
            )}
            <th>{m.accounts_name()}</th>
            <th>{m.accounts_staff_number()}</th>
            <th>{m.organisation_department()}</th>
            <th>{m.organisation_grade_and_kind()}</th>
            <th>{m.organisation_state()}</th>
            <th>{m.organisation_roles()}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.personId} person={person} manages={manages} />
          ))}
        </tbody>
      </table>
    </Wide>
  )
  if (!manages) return table
  return (
    <Form action="/staff/invitations" state={state}>
      <input type="hidden" name="department" value={filter.departmentId} />
      <input type="hidden" name="q" value={filter.text} />
      <ChooseAll name="person" />
      <input type="hidden" name="state" value={filter.state ?? ''} />
      <input type="hidden" name="waiting" value={filter.waiting ? '1' : ''} />
      <input type="hidden" name="page" value={filter.page} />
      {table}
      <h2>{m.organisation_links_title()}</h2>
      <p>{m.organisation_links_text()}</p>
      <div className="actions">
        <SubmitButton name="which" value="chosen">
          {m.organisation_links_chosen()}
        </SubmitButton>
        <SubmitButton kind="plain" name="which" value="all">
          {m.organisation_links_all()}
        </SubmitButton>
      </div>
    </Form>
  )
}
