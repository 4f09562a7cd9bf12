import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { gzip } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import type { Read } from './statements.ts'

/** The level that the product's server compresses with. */
const level = 3

/** Each read as a function, prepared once; those of one text share a statement, as in the product. */
function prepareReads(folder: string, reads: Read[]): (() => unknown)[] {
  const files = new Map<string, Sqlite.Database>()
  const statements = new Map<string, Sqlite.Statement>()
  return reads.map(({ database, sql, isRaw, method, values, rows }) => {
    const file = files.get(database) ?? new Sqlite(join(folder, database), { readonly: true })
    files.set(database, file)
    const key = `${database} ${isRaw} ${sql}`
    const statement = statements.get(key) ?? file.prepare(sql).raw(isRaw)
    statements.set(key, statement)
    const run = () => (method === 'get' ? statement.get(...values) : statement.all(...values))
    const found = run()
    const now = method === 'get' ? Number(!!found) : (found as unknown[]).length
    if (now !== rows) throw new Error(`${now} rows in place of ${rows}: ${sql}`)
    return run
  })
}

/**
 * What Node itself costs: a server that runs the very statements which the product ran for a page
 * (`readsFile`, JSON), compresses that page's HTML at the same level and sends it. Listens on `port`.
 */
export function serveBare(port: number, folder: string, readsFile: string, htmlFile: string): void {
  const reads = prepareReads(folder, JSON.parse(readFileSync(readsFile, 'utf8')))
  const html = readFileSync(htmlFile)
  createServer((_request, response) => {
    for (const read of reads) read()
    gzip(html, { level }, (error, body) => {
      if (error) throw error
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Encoding': 'gzip',
        'Content-Length': body.length,
      }
      response.writeHead(200, headers).end(body)
    })
  }).listen(port, '127.0.0.1')
}
