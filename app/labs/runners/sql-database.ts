import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import { civicRandom } from '#app/labs/domain/random.ts'
import type { Cell, Dump, SqlJob, SqlResult, Verdict } from '#app/labs/domain/run.ts'
import { guard, QueryProblem } from '#app/labs/runners/sql-guard.ts'
import { type Budget, runQuery, toCell } from '#app/labs/runners/sql-query.ts'

/** Runs in the sandbox process: one job in a fresh database in memory. */

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function fromCell(value: Cell): string | number | bigint | null | Uint8Array {
  if (value === null || typeof value !== 'object') return value
  if ('blob' in value) return Buffer.from(value.blob, 'hex')
  return /^-?\d+$/.test(value.number) ? BigInt(value.number) : Number(value.number)
}

function load(db: Database, dump: Dump): void {
  db.exec('BEGIN')
  for (const sql of dump.schema) db.exec(sql)
  for (const { name, columns, rows } of dump.tables) {
    const places = columns.map(() => '?').join(', ')
    const names = columns.map(quoted).join(', ')
    const insert = db.prepare(`INSERT INTO ${quoted(name)} (${names}) VALUES (${places})`)
    for (const row of rows) insert.bind(row.map(fromCell)).stepReset()
    insert.finalize()
  }
  db.exec('COMMIT')
}

/** All tables with their rows, and the statements that make tables, views and indexes. */
function dumpAll(db: Database): Dump {
  const named = db.selectArrays(
    `SELECT type, name, sql FROM sqlite_schema
     WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND type <> 'trigger'
     ORDER BY type <> 'table', type <> 'view', rowid`,
  )
  const tables = named
    .filter(([type]) => type === 'table')
    .map(([, name]) => {
      // Generated columns are left out: they are computed again on loading.
      const columns = db
        .selectValues('SELECT name FROM pragma_table_info(?)', [String(name)])
        .map(String)
      const list = columns.map(quoted).join(', ')
      const rows = db.selectArrays(`SELECT ${list} FROM ${quoted(String(name))}`)
      return { name: String(name), columns, rows: rows.map((row) => row.map(toCell)) }
    })
  return { schema: named.map(([, , sql]) => String(sql)), tables }
}

function addRandom(db: Database, seed: number): void {
  db.createFunction({
    name: 'civic_random',
    arity: 1,
    deterministic: true,
    xFunc: (_context, k) => civicRandom(seed, Number(k)),
  })
}

function verdictOf(problem: QueryProblem): Verdict {
  if (problem.kind === 'memory') return 'MEMORY'
  return problem.kind === 'too-many-rows' ? 'OUTPUT' : 'ERROR'
}

/**
 * Builds the database, then dumps it or puts the query to it. The order matters: by the time a
 * query runs, the guard is up and `civic_random` exists only where a script asked for it, which no
 * job with a query may.
 */
function perform(sqlite: Sqlite3Static, db: Database, job: SqlJob, budget: Budget): SqlResult {
  if (job.script !== undefined && job.query !== undefined)
    throw new QueryProblem('refused', 'a script and a query never share a job')
  if (job.tables) load(db, job.tables)
  if (job.script !== undefined) {
    addRandom(db, job.seed ?? 0)
    db.exec(job.script)
  }
  if (job.query !== undefined) {
    guard(sqlite, db)
    return { verdict: 'OK', ...runQuery(sqlite, db, job.query, budget, job.firstRows) }
  }
  return job.dump ? { verdict: 'OK', dump: dumpAll(db) } : { verdict: 'OK' }
}

/** Does one job and always answers; what goes wrong is in the answer. */
export function runJob(sqlite: Sqlite3Static, job: SqlJob, budget: Budget): SqlResult {
  const db = new sqlite.oo1.DB(':memory:')
  try {
    return perform(sqlite, db, job, budget)
  } catch (error) {
    const memory =
      error instanceof sqlite.SQLite3Error && error.resultCode === sqlite.capi.SQLITE_NOMEM
    const message = error instanceof Error ? error.message : String(error)
    const problem =
      error instanceof QueryProblem ? error : new QueryProblem(memory ? 'memory' : 'sql', message)
    const { kind } = problem
    return { verdict: verdictOf(problem), error: { kind, message: problem.message } }
  } finally {
    db.close()
  }
}
