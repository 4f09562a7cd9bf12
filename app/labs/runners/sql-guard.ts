import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import type { SqlErrorKind } from '#app/labs/domain/run.ts'

/** Runs in the sandbox process: what keeps a learner's query to reading its own tables. */

/** A query that is refused or failed, with the kind that decides its verdict. */
export class QueryProblem extends Error {
  constructor(
    readonly kind: SqlErrorKind,
    message: string,
  ) {
    super(message)
  }
}

/** Longest query, in characters. */
const longestQuery = 20_000

/** Pragmas that describe tables: usable as `SELECT * FROM pragma_table_info('t')`. */
const describing = new Set(['table_info', 'table_xinfo', 'table_list', 'index_list', 'index_info'])

/** Virtual tables that show the engine instead of data; nothing to learn there for a query. */
const engineTables = new Set(['sqlite_dbpage', 'dbstat', 'sqlite_stmt', 'bytecode', 'tables_used'])

/** Blank space, comments and stray semicolons, as SQLite's tokenizer skips them. */
const blank = /^(?:[ \t\n\f\r;]+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/

/** `sql` from its first token on. */
export function skipBlank(sql: string): string {
  return sql.replace(blank, '')
}

/** `query` without what surrounds it, or throws a QueryProblem when it is none to begin with. */
export function requireQuery(query: string): string {
  if (query.length > longestQuery)
    throw new QueryProblem('too-long', `over ${longestQuery} characters`)
  const body = skipBlank(query)
  if (body === '') throw new QueryProblem('empty', 'no statement')
  // SQLite would read no further than a NUL, and what is not read is not checked.
  if (body.includes('\0')) throw new QueryProblem('not-a-query', 'NUL character')
  if (!/^(select|with|values)\b/i.test(body)) {
    const [begin = ''] = /^[\p{L}\p{N}_]{1,20}|^./u.exec(body) ?? []
    throw new QueryProblem('not-a-query', `begins with ${begin}`)
  }
  return body
}

/** Lowers SQLite's own limits, switches off what writes or attaches, and sets the authorizer. */
export function guard({ capi }: Sqlite3Static, db: Database): void {
  for (const [limit, value] of [
    [capi.SQLITE_LIMIT_LENGTH, 1_000_000],
    [capi.SQLITE_LIMIT_SQL_LENGTH, 100_000],
    [capi.SQLITE_LIMIT_COLUMN, 200],
    [capi.SQLITE_LIMIT_EXPR_DEPTH, 200],
    [capi.SQLITE_LIMIT_COMPOUND_SELECT, 50],
    [capi.SQLITE_LIMIT_VDBE_OP, 50_000],
    [capi.SQLITE_LIMIT_FUNCTION_ARG, 50],
    [capi.SQLITE_LIMIT_ATTACHED, 0],
    [capi.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000],
    [capi.SQLITE_LIMIT_TRIGGER_DEPTH, 0],
  ] as const)
    capi.sqlite3_limit(db, limit, value)
  capi.sqlite3_db_config(db, capi.SQLITE_DBCONFIG_DEFENSIVE, 1, 0)
  capi.sqlite3_db_config(db, capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, 0)
  db.exec('PRAGMA query_only = ON')
  const allowed = (action: number, first: string | 0, second: string | 0): boolean => {
    switch (action) {
      case capi.SQLITE_SELECT:
      case capi.SQLITE_RECURSIVE:
        return true
      case capi.SQLITE_READ:
        return !engineTables.has(String(first).toLowerCase())
      case capi.SQLITE_FUNCTION:
        return String(second).toLowerCase() !== 'load_extension'
      case capi.SQLITE_PRAGMA:
        return describing.has(String(first).toLowerCase())
      default:
        return false
    }
  }
  const code = capi.sqlite3_set_authorizer(
    db,
    (_, action, first, second) =>
      allowed(action, first, second) ? capi.SQLITE_OK : capi.SQLITE_DENY,
    0,
  )
  if (code !== capi.SQLITE_OK) throw new Error(`no authorizer: ${code}`)
}
