import { m } from '#app/shared/i18n/messages.ts'
import { Choices } from '#app/shared/ui/form.tsx'
import { Wide } from '#app/shared/ui/wide.tsx'

type Person = { personId: string; name: string; department: string }

type ChooserProps = { personId: string; name: string; chosen?: boolean }

function Chooser({ personId, name, chosen = false }: ChooserProps) {
  return (
    <td className="chooser">
      <input
        type="checkbox"
        name="person"
        value={personId}
        defaultChecked={chosen}
        aria-label={m.learning_nominate_choose({ name })}
      />
    </td>
  )
}

/** The heading over the ticks, for whoever listens. */
function ChosenHeading() {
  return (
    <th>
      <span className="visually-hidden">{m.learning_nominate_chosen()}</span>
    </th>
  )
}

type NominatedPerson = Person & { state: string; due: string; late: boolean; completed: number }

type ProgressProps = Pick<NominatedPerson, 'completed' | 'late' | 'state'> & { total: number }

function Progress({ completed, total, late, state }: ProgressProps) {
  return (
    <>
      {completed >= total ? (
        <span className="tag good">{m.learning_nominated_done()}</span>
      ) : (
        m.learning_nominated_of({ done: completed, total })
      )}{' '}
      {late && <span className="tag warn">{m.learning_nominated_late()}</span>}{' '}
      {state === 'invited' && <span className="tag">{m.learning_nominated_not_joined()}</span>}
    </>
  )
}

type NominatedProps = { people: NominatedPerson[]; total: number; count: number }

/** Who is nominated, by when, and how many of the course's `total` modules each has completed. */
export function NominatedTable({ people, total, count }: NominatedProps) {
  return (
    <Wide>
      <table className="staff">
        <caption>{m.learning_nominated_total({ people: count })}</caption>
        <thead>
          <tr>
            <ChosenHeading />
            <th>{m.learning_nominated_person()}</th>
            <th>{m.learning_nominated_department()}</th>
            <th>{m.learning_nominated_due()}</th>
            <th>{m.learning_nominated_progress()}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, department, due, ...progress }) => (
            <tr key={personId}>
              <Chooser personId={personId} name={name} />
              <td>
                <a href={`/staff/${personId}`} lang="zh-CN">
                  {name}
                </a>
              </td>
              <td>{department}</td>
              <td className="whole" data-label={m.learning_nominated_due()}>
                {due || m.learning_nominated_no_due()}
              </td>
              <td className="whole">
                <Progress {...progress} total={total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

type Candidate = Person & { staffNumber: string; nominated: boolean; due: string }

/** Staff to choose from; who is nominated already can be chosen for another deadline. */
export function CandidateTable({ people, chosen }: { people: Candidate[]; chosen: string[] }) {
  return (
    <Wide>
      <table className="staff">
        <thead>
          <tr>
            <ChosenHeading />
            <th>{m.learning_nominated_person()}</th>
            <th>{m.accounts_staff_number()}</th>
            <th>{m.learning_nominated_department()}</th>
            <th>{m.learning_nominate_state()}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, staffNumber, department, nominated, due }) => (
            <tr key={personId}>
              <Chooser personId={personId} name={name} chosen={chosen.includes(personId)} />
              <td lang="zh-CN">{name}</td>
              <td className="staff-number">{staffNumber}</td>
              <td>{department}</td>
              <td>
                {nominated && <span className="tag">{m.learning_nominate_already()}</span>}{' '}
                {due && m.learning_nominated_due_at({ time: due })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** Who is chosen and not in the list as it is filtered; without the tick they are not chosen any more. */
export function AlsoChosen({ people }: { people: { personId: string; name: string }[] }) {
  if (people.length === 0) return null
  const options = people.map(({ personId, name }) => ({
    value: personId,
    label: <span lang="zh-CN">{name}</span>,
  }))
  return (
    <Choices
      type="checkbox"
      name="person"
      label={m.learning_nominate_also_chosen()}
      hint={m.learning_nominate_also_chosen_hint()}
      options={options}
      values={people.map(({ personId }) => personId)}
    />
  )
}
