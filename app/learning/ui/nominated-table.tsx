import { m } from '#app/shared/i18n/messages.ts'
import { Wide } from '#app/shared/ui/wide.tsx'

type Person = { personId: string; name: string; department: string }

/** One tick for everybody of the table below it; a script shows it. */
export function ChooseAll() {
  return (
    <p className="choice" data-choose-all="person" hidden>
      <input type="checkbox" id="choose-all" />
      <label htmlFor="choose-all">{m.learning_nominate_choose_all()}</label>
    </p>
  )
}

function Chooser({ personId, name }: Person) {
  return (
    <td className="chooser">
      <input
        type="checkbox"
        name="person"
        value={personId}
        aria-label={m.learning_nominate_choose({ name })}
      />
    </td>
  )
}

type NominatedPerson = Person & {
  state: string
  due: string
  late: boolean
  completed: number
}

type NominatedProps = { people: NominatedPerson[]; total: number; count: number }

/** Who is nominated, by when, and how many of the course's `total` modules each has completed. */
export function NominatedTable({ people, total, count }: NominatedProps) {
  return (
    <Wide>
      <table className="staff">
        <caption>
          {m.learning_nominated_total({ people: count })}{' '}
          {people.length < count && m.learning_nominated_more({ shown: people.length })}
        </caption>
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{m.learning_nominate_chosen()}</span>
            </th>
            <th>{m.learning_nominated_person()}</th>
            <th>{m.learning_nominated_department()}</th>
            <th>{m.learning_nominated_due()}</th>
            <th>{m.learning_nominated_progress()}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const { personId, name, department, due, late, completed, state } = person
            return (
              <tr key={personId}>
                <Chooser {...person} />
                <td>
                  <a href={`/staff/${personId}`} lang="zh-CN">
                    {name}
                  </a>
                </td>
                <td>{department}</td>
                <td className="date">{due || m.learning_nominated_no_due()}</td>
                <td>
                  {completed >= total ? (
                    <span className="tag good">{m.learning_nominated_done()}</span>
                  ) : (
                    m.learning_nominated_of({ done: completed, total })
                  )}{' '}
                  {late && <span className="tag warn">{m.learning_nominated_late()}</span>}{' '}
                  {state === 'invited' && (
                    <span className="tag">{m.learning_nominated_not_joined()}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Wide>
  )
}

type Candidate = Person & { staffNumber: string; nominated: boolean }

/** Staff to choose from; who is nominated already can be chosen for another deadline. */
export function CandidateTable({ people, chosen }: { people: Candidate[]; chosen: string[] }) {
  return (
    <Wide>
      <table className="staff">
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{m.learning_nominate_chosen()}</span>
            </th>
            <th>{m.learning_nominated_person()}</th>
            <th>{m.accounts_staff_number()}</th>
            <th>{m.learning_nominated_department()}</th>
            <th>{m.learning_nominate_state()}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, staffNumber, department, nominated }) => (
            <tr key={personId}>
              <td className="chooser">
                <input
                  type="checkbox"
                  name="person"
                  value={personId}
                  defaultChecked={chosen.includes(personId)}
                  aria-label={m.learning_nominate_choose({ name })}
                />
              </td>
              <td lang="zh-CN">{name}</td>
              <td className="staff-number">{staffNumber}</td>
              <td>{department}</td>
              <td>{nominated && <span className="tag">{m.learning_nominate_already()}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
