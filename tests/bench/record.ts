// Loaded ahead of the built server (`--import`) for one run: writes down what the driver is asked for
// while a request with our header is answered, and leaves the product as it is.
import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import { Server } from 'node:http'
import { basename } from 'node:path'
import Sqlite from 'better-sqlite3'
import { recordFile, recordHeader, type Statement } from './statements.ts'

const asking = new AsyncLocalStorage<true>()
const file = process.env[recordFile] ?? ''

type Emit = (this: Server, event: string, ...given: unknown[]) => boolean
const emit: Emit = Server.prototype.emit
Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]) {
  const [request] = given as [{ headers?: Record<string, string> } | undefined]
  const isAsked = event === 'request' && request?.headers?.[recordHeader] !== undefined
  const pass = () => emit.call(this, event, ...given)
  return isAsked ? asking.run(true, pass) : pass()
} satisfies Emit as typeof Server.prototype.emit

type Call = (...values: unknown[]) => unknown

/** Notes each run of a statement; `raw` is how its rows come, as arrays or by name. */
function listenTo(statement: Sqlite.Statement, database: string): void {
  const target = statement as unknown as Record<'all' | 'get' | 'run' | 'raw', Call>
  let isRaw = false
  const raw = target.raw.bind(statement)
  target.raw = (on = true) => {
    isRaw = on === true
    return raw(on)
  }
  for (const method of ['all', 'get', 'run'] as const) {
    const call = target[method].bind(statement)
    target[method] = (...values) => {
      const answer = call(...values)
      if (asking.getStore()) {
        const rows = Array.isArray(answer) && method === 'all' ? answer.length : Number(!!answer)
        const { source: sql, reader } = statement
        const noted: Statement = reader
          ? { database, sql, isRaw, method: method === 'get' ? 'get' : 'all', values, rows }
          : { database, sql, method: 'run' }
        appendFileSync(file, `${JSON.stringify(noted)}\n`)
      }
      return answer
    }
  }
}

const prepare = Sqlite.prototype.prepare
Sqlite.prototype.prepare = function (this: Sqlite.Database, sql: string) {
  const statement = prepare.call(this, sql)
  listenTo(statement, basename(this.name))
  return statement
} as typeof prepare
