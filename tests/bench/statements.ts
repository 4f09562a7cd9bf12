import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startServer } from '#tests/server.ts'
import { ask } from './load.ts'

/** A request with this header is written down. */
export const recordHeader = 'x-bench-record'
/** The environment's name for the file that it is written to, a line of JSON for each statement. */
export const recordFile = 'BENCH_RECORD'

/** One run of a statement that reads: of which file, with what values, and how many rows came. */
export type Read = {
  database: string
  sql: string
  isRaw: boolean
  method: 'get' | 'all'
  values: unknown[]
  rows: number
}
/** What a page asked of the database; writes are counted alone. */
export type Statement = Read | { database: string; sql: string; method: 'run' }

type Asked = { name: string; path: string; cookie: string }
/** What one request of a page reads, in order, and how many statements of it wrote. */
export type Recorded = { reads: Read[]; writes: number }

/** The statements that the product runs for each page once it is warm, by the page's name. */
export async function recordStatements(
  folder: string,
  pages: Asked[],
): Promise<Map<string, Recorded>> {
  const file = join(folder, 'statements.jsonl')
  const options = `--import=${resolve('.cache/bench/record.js')}`
  const server = await startServer(folder, { NODE_OPTIONS: options, [recordFile]: file })
  const recorded = new Map<string, Recorded>()
  for (const { name, path, cookie } of pages) {
    const to = { url: server.origin + path, cookie }
    // What a published version says is kept in memory after the first time.
    await ask(to)
    await ask({ ...to, headers: { [recordHeader]: '1' } })
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    rmSync(file)
    const all = lines.map((line) => JSON.parse(line) as Statement)
    const reads = all.filter((each): each is Read => each.method !== 'run')
    recorded.set(name, { reads, writes: all.length - reads.length })
  }
  await server.stop()
  return recorded
}
