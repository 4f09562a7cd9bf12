import type { RosterProblem } from '#app/organisation/domain/roster-columns.ts'
import type { RosterChange } from '#app/organisation/domain/roster-plan.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { Wide } from '#app/shared/ui/wide.tsx'
import { changeWords, columnWords, problemWords } from './roster-words.ts'

type Entry = {
  line: number
  name: string
  staffNumber: string
  changes: RosterChange[]
  resembles?: { name: string; staffNumber: string } | undefined
}

type EntriesProps = { title: string; entries: Entry[]; total: number; isNew?: boolean }

function Entries({ title, entries, total, isNew = false }: EntriesProps) {
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
              <th>{isNew ? m.organisation_what_recorded() : m.organisation_what_changes()}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ line, name, staffNumber, changes, resembles }) => (
              <tr key={line}>
                <td className="number" data-label={m.organisation_row()}>
                  {line}
                </td>
                <td lang="zh-CN">{name}</td>
                <td>{staffNumber}</td>
                <td>
                  <Changes changes={changes} isNew={isNew} />
                  {resembles && <p className="quiet">{m.organisation_resembles(resembles)}</p>}
                </td>
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

function Changes({ changes, isNew }: { changes: RosterChange[]; isNew: boolean }) {
  return (
    <ul>
      {changes.map((change) => (
        <li key={change.column}>{changeWords(change, isNew)}</li>
      ))}
    </ul>
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
                column: columnWords(problem.column),
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

/** Names that would change under a number, each to be confirmed by itself. */
function Renamed({ entries }: { entries: Entry[] }) {
  const options = entries.map(({ line, staffNumber, changes }) => {
    const [name, ...others] = changes
    return {
      value: String(line),
      label: m.organisation_name_same({
        ...{ line, staffNumber, from: name?.from ?? '', to: name?.to ?? '' },
      }),
      hint: others.map((change) => changeWords(change)).join(m.organisation_list_semicolon()),
    }
  })
  return (
    <Choices
      name="same"
      type="checkbox"
      label={m.organisation_names_change({ people: entries.length })}
      hint={m.organisation_names_change_text()}
      options={options}
    />
  )
}

/** New people who probably are on record, each to be confirmed by itself. */
function Resembling({ entries }: { entries: Entry[] }) {
  const options = entries.map(({ line, name, staffNumber, resembles }) => ({
    value: String(line),
    label: m.organisation_resembling_another({
      ...{ line, name, staffNumber },
      ...{ known: resembles?.name ?? '', knownNumber: resembles?.staffNumber ?? '' },
    }),
  }))
  return (
    <Choices
      name="another"
      type="checkbox"
      label={m.organisation_resembling({ people: entries.length })}
      hint={m.organisation_resembling_text()}
      options={options}
    />
  )
}

type Props = {
  file: string
  counts: { added: number; changed: number; unchanged: number }
  added: Entry[]
  renamed: Entry[]
  resembling: Entry[]
  changed: Entry[]
  changedOthers: number
  problems: RosterProblem[]
  problemCount: number
  state: FormState | undefined
}

/** What importing a file would do, before anything is done. */
export function RosterCheck(props: Props) {
  const { file, counts, added, renamed, resembling, changed, changedOthers } = props
  const { problems, problemCount } = props
  const nothing = counts.added + counts.changed === 0
  return (
    <>
      <Notice kind={problemCount + renamed.length + resembling.length > 0 ? 'warn' : 'info'}>
        <p>{m.organisation_check_done({ file })}</p>
        <p>{m.organisation_check_counts(counts)}</p>
      </Notice>
      {problemCount > 0 && <Problems problems={problems} total={problemCount} />}
      <Entries
        title={m.organisation_added({ people: counts.added })}
        entries={added}
        total={counts.added}
        isNew
      />
      <Entries
        title={m.organisation_changed({ people: changedOthers })}
        entries={changed}
        total={changedOthers}
      />
      {/* Not to be ticked yet, but to be seen: the number may be what is to be mended. */}
      {problemCount > 0 && (
        <Entries
          title={m.organisation_names_change({ people: renamed.length })}
          entries={renamed}
          total={renamed.length}
        />
      )}
      {problemCount === 0 && nothing && <p>{m.organisation_nothing_to_do()}</p>}
      {problemCount === 0 && !nothing && (
        <Form state={props.state} className="confirm-roster">
          {renamed.length > 0 && <Renamed entries={renamed} />}
          {resembling.length > 0 && <Resembling entries={resembling} />}
          <p className="actions">
            <SubmitButton name="intent" value="confirm">
              {m.organisation_import_confirm()}
            </SubmitButton>
            <a href="/staff?done=not-imported">{m.organisation_import_leave()}</a>
          </p>
        </Form>
      )}
    </>
  )
}
