import { compareRows } from '#app/labs/domain/compare-rows.ts'
import { explainSqlError } from '#app/labs/domain/explain-sql.ts'
import type { Limits, SqlLab } from '#app/labs/domain/manifest.ts'
import type { ShownError, SqlCheck, SqlGrade } from '#app/labs/domain/report.ts'
import type { Runner, SqlResult, Table, Verdict } from '#app/labs/domain/run.ts'
import {
  ownLimits,
  type PreparedCase,
  prepareCases,
  type SqlLabFiles,
} from '#app/labs/prepare-cases.server.ts'
import type { SqlOutputs } from '#app/labs/runners/sql.server.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'

/** Rows shown of the public case after a failure, and after 'Run'. */
const comparedRows = 20
export const sampleRows = 200

const head = ({ columns, rows }: Table, n: number): Table => ({ columns, rows: rows.slice(0, n) })

function shown({ error }: SqlResult): ShownError | undefined {
  if (!error) return
  const plain = explainSqlError(error)
  return error.kind === 'sql' ? { message: error.message, plain } : { plain }
}

function check(lab: SqlLab, i: number, one: PreparedCase, result: SqlResult | undefined): SqlCheck {
  const given = result?.verdict === 'OK' ? result.table : undefined
  const difference = given && compareRows(one.expected, given, lab.compare)
  if (given && !difference) return { caseId: one.id, passed: true }
  if (!given || !difference) return { caseId: one.id, passed: false }
  const failed = { caseId: one.id, passed: false, hint: lab.cases[i]?.hint, difference }
  if (i > 0) return failed
  const publicRows = {
    expected: head(one.expected, comparedRows),
    given: head(given, comparedRows),
  }
  return { ...failed, publicRows }
}

/**
 * A hidden case's hint speaks of what that case plants, and a query that is wrong on the public data
 * already fails it for another reason: then only the public case's hint is given.
 */
function keepFittingHints([open, ...hidden]: SqlCheck[]): SqlCheck[] {
  if (!open || open.passed) return open ? [open, ...hidden] : []
  return [open, ...hidden.map(({ hint: _, ...check }) => check)]
}

type Submitted = {
  lab: SqlLab
  files: SqlLabFiles
  seedFor: (caseIndex: number) => number
  run: Runner
}

/** Puts each query to every case in one run; its verdict is that of its own first bad case. */
async function gradeIn(given: Submitted, queries: string[], limits: Limits): Promise<SqlGrade[]> {
  const { lab, run } = given
  const cases = await prepareCases({ ...given, count: lab.cases.length })
  const jobs = queries.flatMap((query) => cases.map(({ tables }) => ({ tables, query })))
  const ran = await run({ runtime: 'sql', files: {}, inputs: { jobs }, limits })
  const { results } = ran.outputs as SqlOutputs
  return queries.map((_, n) => {
    const own = results.slice(n * cases.length, (n + 1) * cases.length)
    const bad = own.find((r) => r.verdict !== 'OK')?.verdict
    const verdict = bad ?? (own.length === cases.length ? 'OK' : ran.verdict)
    const checks = keepFittingHints(cases.map((one, i) => check(lab, i, one, own[i])))
    const error = own[0] && shown(own[0])
    const passed = checks.every((c) => c.passed)
    const { cpuMs, peakMb } = ran
    return { verdict, passed, checks, ...(error ? { error } : {}), cpuMs, peakMb }
  })
}

/**
 * Grades a query on every case of the lab. The learner's run is given tables and nothing else;
 * rows are compared here. An error is shown only when the public case gives it too: SQLite quotes
 * values in some messages, and those of hidden tables stay hidden. Throws LabFault when the lab
 * itself does not run.
 */
export async function gradeSqlSubmission(given: Submitted & { query: string }): Promise<SqlGrade> {
  const [grade] = await gradeIn(given, [given.query], given.lab.limits)
  if (!grade) throw new Error('one query gave no grade')
  return grade
}

/** Grades several queries of the lab's author in one run, which has room for all of them. */
export function gradeOwnQueries(given: Submitted & { queries: string[] }): Promise<SqlGrade[]> {
  return gradeIn(given, given.queries, ownLimits(given.lab.limits))
}

/** What 'Run' in the workspace shows: rows of the public case, at most `sampleRows`. */
export type SqlSample = {
  verdict: Verdict
  table?: Table
  more: boolean
  error?: ShownError
  cpuMs: number
  peakMb: number
}

/** Runs a query on the public case. Throws LabFault when the lab itself does not run. */
export async function runSqlSample(given: {
  lab: SqlLab
  files: SqlLabFiles
  query: string
  run: Runner
}): Promise<SqlSample> {
  const { lab, query, run } = given
  const [first] = await prepareCases({ ...given, seedFor: () => 0, count: 1 })
  const job = { tables: first?.tables, query, firstRows: sampleRows }
  const { limits } = lab
  const ran = await run({ runtime: 'sql', files: {}, inputs: { jobs: [job] }, limits })
  const [result] = (ran.outputs as SqlOutputs).results
  const error = result && shown(result)
  return {
    verdict: ran.verdict,
    more: result?.more ?? false,
    ...(result?.table ? { table: result.table } : {}),
    ...(error ? { error } : {}),
    cpuMs: ran.cpuMs,
    peakMb: ran.peakMb,
  }
}

/**
 * A table of the public case for browsing: `schema` is the statement that made it, `total` counts
 * its rows, of which the first are here.
 */
export type PublicTable = {
  name: string
  note: Bilingual
  schema: string
  total: number
} & Table

/** The tables that the lab page lists, in its order. Throws LabFault. */
export async function publicTables(given: {
  lab: SqlLab
  files: SqlLabFiles
  run: Runner
}): Promise<PublicTable[]> {
  const [first] = await prepareCases({ ...given, seedFor: () => 0, count: 1 })
  return given.lab.tables.flatMap(({ name, note }) => {
    const { tables = [], schema = [] } = first?.tables ?? {}
    const at = tables.findIndex((t) => t.name === name)
    const found = tables[at]
    if (!found) return []
    // A dump lists tables first, so a table and its statement have the same place.
    const made = { name, note, schema: schema[at] ?? '', total: found.rows.length }
    return [{ ...made, ...head(found, sampleRows) }]
  })
}
