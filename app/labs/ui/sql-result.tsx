import { explainVerdict } from '#app/labs/domain/explain-sql.ts'
import type { Limits } from '#app/labs/domain/manifest.ts'
import type { SqlSample } from '#app/labs/grade-sql.server.ts'
import type { ShownSqlResult } from '#app/labs/present-attempt.server.ts'
import { currentLocale, formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { RowsTable } from './rows-table.tsx'
import { differenceWords, usedWords } from './words.ts'

type QueryProblem = { message?: string | undefined; plain?: string | undefined }

/** What a failed query said: in plain words first, then the database's message as it came. */
function QueryError({ message, plain }: QueryProblem) {
  return (
    <div className="feedback">
      <p className="verdict" data-summary="">
        {m.labs_query_failed()}
      </p>
      {plain && <p>{plain}</p>}
      {message && <p className="quiet">{m.labs_message({ message })}</p>}
    </div>
  )
}

function countWords(rows: number): string {
  return rows === 0 ? m.labs_no_rows() : m.labs_rows({ rows: formatNumber(rows) })
}

/** The rows of a run on the public sample, or why there are none. */
export function SampleResult({ sample, limits }: { sample: SqlSample; limits: Limits }) {
  const { verdict, table, more, error, cpuMs, peakMb } = sample
  const locale = currentLocale()
  const stopped = explainVerdict(verdict, limits)?.[locale]
  const rows = formatNumber(table?.rows.length ?? 0)
  const { wallMs, memoryMb } = limits
  return (
    <>
      <h2>{m.labs_run_result()}</h2>
      {error && <QueryError message={error.message} plain={error.plain?.[locale]} />}
      {!error && stopped && (
        <p className="feedback" data-summary="">
          {stopped}
        </p>
      )}
      {table && (
        <p data-summary="">{more ? m.labs_rows_cut({ rows }) : countWords(table.rows.length)}</p>
      )}
      {table && <RowsTable table={table} label={m.labs_run_result()} />}
      <p className="quiet">{usedWords({ cpuMs, peakMb, wallMs, memoryMb })}</p>
    </>
  )
}

type Check = ShownSqlResult['checks'][number]

function CheckLine({ check }: { check: Check }) {
  const { name, passed, difference, publicRows, hint } = check
  if (passed) return <li className="pass">{name}</li>
  return (
    <li className="fail">
      <div>
        {name}
        {difference && <p>{differenceWords(difference)}</p>}
        {hint && <p className="quiet">{m.labs_think({ hint })}</p>}
        {publicRows && (
          <details>
            <summary>{m.labs_compare_rows()}</summary>
            <h4>{m.labs_expected()}</h4>
            <RowsTable table={publicRows.expected} label={m.labs_expected()} />
            <h4>{m.labs_given()}</h4>
            <RowsTable table={publicRows.given} label={m.labs_given()} />
          </details>
        )}
      </div>
    </li>
  )
}

/** A graded submission: every check, what the run took and whether a limit ended it. */
export function GradeResult({ result }: { result: ShownSqlResult }) {
  const { checks, error, stopped, used } = result
  const right = checks.filter(({ passed }) => passed).length
  return (
    <>
      <p className="verdict" data-summary="">
        {m.labs_result_count({ right, total: checks.length })}
      </p>
      {error && <QueryError message={error.message} plain={error.plain} />}
      <ul className="results">
        {checks.map((check) => (
          <CheckLine key={check.id} check={check} />
        ))}
        {stopped && <li className="fail">{stopped}</li>}
      </ul>
      <p className="quiet">{usedWords(used)}</p>
    </>
  )
}
