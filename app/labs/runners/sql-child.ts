import { openSync, writeFileSync } from 'node:fs'
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm'
import type { SqlJob } from '#app/labs/domain/run.ts'
import { type Attempts, attemptEscapes } from '#app/labs/runners/escape-attempts.ts'
import { runJob } from '#app/labs/runners/sql-database.ts'

/**
 * Entry of the SQL sandbox process: `sql-child.js <sqlite module> `. One JSON object comes in on
 * stdin, one goes out on descriptor 3, and the process is gone. Bundled on its own, so that it
 * needs to read two files: itself and SQLite.
 */

/** What the parent sends. `attempts` asks the process to try to get out, for the start-up probes. */
type Order = {
  jobs: SqlJob[]
  memoryMb: number
  rows: number
  bytes: number
  attempts?: Attempts
}

type Init = (options: {
  wasmMemory: WebAssembly.Memory
  print: () => void
  printErr: () => void
}) => Promise<Sqlite3Static>

const pagesPerMb = 16

async function readOrder(): Promise<Order> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Order
}

/** Opens its own file until the kernel allows no more: no file or connection can follow. */
function exhaustDescriptors(): void {
  try {
    for (;;) openSync(process.argv[1] ?? '', 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EMFILE') throw error
  }
}

async function main(): Promise<void> {
  const order = await readOrder()
  const { default: init } = (await import(process.argv[2] ?? '')) as { default: Init }
  const maximum = order.memoryMb * pagesPerMb
  const wasmMemory = new WebAssembly.Memory({ initial: Math.min(128, maximum), maximum })
  const quiet = () => undefined
  const sqlite = await init({ wasmMemory, print: quiet, printErr: quiet })
  exhaustDescriptors()
  const escapes = order.attempts ? await attemptEscapes(order.attempts) : undefined
  const budget = { rows: order.rows, bytes: order.bytes }
  const results = order.jobs.map((job) => runJob(sqlite, job, budget))
  const used = process.resourceUsage()
  const cpuMs = Math.round((used.userCPUTime + used.systemCPUTime) / 1000)
  const peakMb = Math.round(used.maxRSS / 1024)
  writeFileSync(3, JSON.stringify({ results, escapes, cpuMs, peakMb }))
  process.exit(0)
}

await main()
