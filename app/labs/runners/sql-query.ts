import type { Database, Sqlite3Static, SqlValue } from '@sqlite.org/sqlite-wasm'
import type { Cell, Table } from '#app/labs/domain/run.ts'
import { QueryProblem, requireQuery, skipBlank } from '#app/labs/runners/sql-guard.ts'

/** Runs in the sandbox process: one guarded query, read row by row within bounds. */

/** Rows of one query, and bytes of JSON that all jobs of a run may still give. */
export type Budget = { rows: number; bytes: number }

/** A value as JSON; what JavaScript's numbers cannot hold goes as its digits. */
export function toCell(value: SqlValue | undefined): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return { number: value.toString() }
  if (typeof value === 'number') return Number.isFinite(value) ? value : { number: String(value) }
  if (typeof value === 'string') return value
  return { blob: Buffer.from(value as Uint8Array).toString('hex') }
}

/** Throws what SQLite's `code` means for a learner. */
function refuse({ capi }: Sqlite3Static, db: Database, code: number): never {
  const message = capi.sqlite3_errmsg(db)
  switch (code & 0xff) {
    case capi.SQLITE_NOMEM:
      throw new QueryProblem('memory', message)
    case capi.SQLITE_AUTH:
      throw new QueryProblem('refused', message)
    case capi.SQLITE_TOOBIG:
      throw new QueryProblem('too-big', message)
    default:
      throw new QueryProblem('sql', message)
  }
}

/** The one statement in `body`; the caller finalizes it. */
function prepareOnly(sqlite: Sqlite3Static, db: Database, body: string) {
  const { capi, wasm } = sqlite
  const scope = wasm.scopedAllocPush()
  try {
    const text = wasm.scopedAllocCString(body, false)
    const [statement = 0, tail = 0] = wasm.scopedAllocPtr(2, true)
    const code = capi.sqlite3_prepare_v3(db, text, -1, 0, statement, tail)
    if (code !== capi.SQLITE_OK) refuse(sqlite, db, code)
    const prepared = wasm.peekPtr(statement)
    const rest = skipBlank(wasm.cstrToJs(wasm.peekPtr(tail)) ?? '')
    const reads = capi.sqlite3_stmt_readonly(prepared) && capi.sqlite3_column_count(prepared) > 0
    if (rest === '' && reads) return prepared
    capi.sqlite3_finalize(prepared)
    if (!reads) throw new QueryProblem('not-a-query', 'the statement reads nothing')
    throw new QueryProblem('several-statements', 'more than one statement')
  } finally {
    wasm.scopedAllocPop(scope)
  }
}

/**
 * Rows of a hostile `query`. With `firstRows`, stops there and says whether there was more;
 * without it, more rows than the budget holds are a QueryProblem. `budget.bytes` is used up.
 */
export function runQuery(
  sqlite: Sqlite3Static,
  db: Database,
  query: string,
  budget: Budget,
  firstRows?: number,
): { table: Table; more: boolean } {
  const { capi } = sqlite
  const statement = prepareOnly(sqlite, db, requireQuery(query))
  try {
    const width = capi.sqlite3_column_count(statement)
    const places = Array.from({ length: width }, (_, i) => i)
    const columns = places.map((i) => capi.sqlite3_column_name(statement, i))
    const rows: Cell[][] = []
    for (;;) {
      const code = capi.sqlite3_step(statement)
      if (code === capi.SQLITE_DONE) return { table: { columns, rows }, more: false }
      if (code !== capi.SQLITE_ROW) refuse(sqlite, db, code)
      if (rows.length === firstRows) return { table: { columns, rows }, more: true }
      const row = places.map((i) => toCell(capi.sqlite3_column_js(statement, i)))
      budget.bytes -= Buffer.byteLength(JSON.stringify(row))
      if (rows.length === budget.rows || budget.bytes < 0)
        throw new QueryProblem('too-many-rows', `stopped after ${rows.length} rows`)
      rows.push(row)
    }
  } finally {
    capi.sqlite3_finalize(statement)
  }
}
