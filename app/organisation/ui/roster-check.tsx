import type { RosterColumn, RosterProblem } from '#app/organisation/domain/roster-columns.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { Wide } from '#app/shared/ui/wide.tsx'
import { columnList, columnWords, problemWords } from './roster-words.ts'

type Entry = { line: number; name: string; staffNumber: string; changes: RosterColumn[] }

function Entries({ title, entries, total }: { title: string; entries: Entry[]; total: number }) {
  if (total === 0) return null
  return (
    <details open={total <= 50} className="entries">
      <summary>{title}</summary>
      <Wide>
        <table>
          <thead>
            <tr>
              <th className="number">{m.organisation_row()}</th>
              <th>{m.accounts_name()}</th>
              <th>{m.accounts_staff_number()}</th>
              <th>{m.organisation_what_changes()}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ line, name, staffNumber, changes }) => (
              <tr key={line}>
                <td className="number">{line}</td>
                <td lang="zh-CN">{name}</td>
                <td>{staffNumber}</td>
                <td>{changes.length > 0 ? columnList(changes) : m.organisation_new_person()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {total > entries.length && (
        <p className="quiet">{m.organisation_and_more({ more: total - entries.length })}</p>
      )}
    </details>
  )
}

function Problems({ problems, total }: { problems: RosterProblem[]; total: number }) {
  return (
    <section>
      <h2>{m.organisation_problems_title({ total })}</h2>
      <p>{m.organisation_problems_text()}</p>
      <ul className="results panel">
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.code}`} className="fail">
            <span>
              {m.organisation_problem_at({
                line: problem.line,
                column: columnWords[problem.column](),
              })}
              {problemWords(problem)}
            </span>
          </li>
        ))}
      </ul>
      {total > problems.length && (
        <p className="quiet">{m.organisation_and_more({ more: total - problems.length })}</p>
      )}
    </section>
  )
}

type Props = {
  file: string
  counts: { added: number; changed: number; unchanged: number }
  added: Entry[]
  changed: Entry[]
  problems: RosterProblem[]
  problemCount: number
  ticket: string
}

/** What importing a file would do, before anything is done. */
export function RosterCheck(props: Props) {
  const { file, counts, added, changed, problems, problemCount, ticket } = props
  return (
    <>
      <Notice kind={problemCount > 0 ? 'warn' : 'info'}>
        <p>{m.organisation_check_done({ file })}</p>
        <p>{m.organisation_check_counts(counts)}</p>
      </Notice>
      {problemCount > 0 && <Problems problems={problems} total={problemCount} />}
      <Entries
        title={m.organisation_added({ people: counts.added })}
        entries={added}
        total={counts.added}
      />
      <Entries
        title={m.organisation_changed({ people: counts.changed })}
        entries={changed}
        total={counts.changed}
      />
      {ticket ? (
        <Form className="actions">
          <input type="hidden" name="ticket" value={ticket} />
          <SubmitButton name="intent" value="confirm">
            {m.organisation_import_confirm()}
          </SubmitButton>
          <a href="/staff">{m.organisation_import_leave()}</a>
        </Form>
      ) : (
        problemCount === 0 && <p>{m.organisation_nothing_to_do()}</p>
      )}
    </>
  )
}
