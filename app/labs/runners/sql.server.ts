import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { type Runner, type RunResult, sqlJob, sqlResult } from '#app/labs/domain/run.ts'
import type { Escapes } from '#app/labs/runners/escape-attempts.ts'
import { findIsolation, type Isolation } from '#app/labs/runners/isolation.server.ts'
import { type Supervised, supervise } from '#app/labs/runners/supervise.server.ts'

/** `inputs` of a request to the SQL runtime. `attempts` is for start-up probes alone. */
export const sqlInputs = z.strictObject({
  jobs: z.array(sqlJob).max(200),
  attempts: z
    .strictObject({ readable: z.string(), writable: z.string(), port: z.int() })
    .optional(),
})

const escapes = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const answerShape = z.object({
  results: z.array(sqlResult),
  escapes: escapes.optional(),
  cpuMs: z.number(),
  peakMb: z.number(),
})

/** `outputs` of the SQL runtime: a result for each job, in order. */
export type SqlOutputs = { results: z.infer<typeof sqlResult>[]; escapes?: Escapes }

/** Rows that one query may give; a lab's answer is a table that a person can read. */
export const mostRows = 10_000

/** Where the build puts the sandbox's entry. */
export const builtSqlChild = () => join(process.cwd(), 'build', 'server', 'sql-child.js')

function sqliteFolder(): string {
  const require = createRequire(join(process.cwd(), 'package.json'))
  return join(
    dirname(realpathSync(require.resolve('@sqlite.org/sqlite-wasm/package.json'))),
    'dist',
  )
}

/** The answer checked against its shape: a sandbox's word is not taken, whatever it sends. */
function readAnswer(ended: Supervised, jobs: number): RunResult {
  const { stdout } = ended
  const nothing = { outputs: { results: [] }, stdout, cpuMs: ended.cpuMs, peakMb: ended.peakMb }
  if (ended.ending !== 'answered') return { verdict: ended.ending, ...nothing }
  try {
    const { results, escapes, cpuMs, peakMb } = answerShape.parse(JSON.parse(ended.answer))
    if (results.length !== jobs) return { verdict: 'CRASH', ...nothing }
    const verdict = results.find((r) => r.verdict !== 'OK')?.verdict ?? 'OK'
    return { verdict, outputs: { results, ...(escapes ? { escapes } : {}) }, stdout, cpuMs, peakMb }
  } catch {
    return { verdict: 'CRASH', ...nothing }
  }
}

/** A SQL runtime and what it found about its fence. */
export type SqlRunner = { run: Runner; isolation: Isolation; entry: string }

/**
 * The SQL runtime over the bundled `sql-child.ts` at `entry`. Its verdict is OK when every job's
 * is, else the first that is not; results hold each job's own. Rejects when the inputs are not
 * `sqlInputs` (a fault of ours) or no process can be started.
 */
export function createSqlRunner(given: {
  entry: string
  isolation?: Isolation
  onStart?: (pid: number) => void
}): SqlRunner {
  const entry = realpathSync(given.entry)
  const folder = sqliteFolder()
  const module = join(folder, 'node.mjs')
  const isolation = given.isolation ?? findIsolation([entry, module])
  const child = { entry, reads: [`${folder}/*`], args: [pathToFileURL(module).href] }
  const run: Runner = async ({ inputs, limits }) => {
    const { jobs, attempts } = sqlInputs.parse(inputs)
    // The answer's own brackets and names need room beside the rows.
    const bytes = Math.floor(limits.outputKb * 1024 * 0.9)
    const input = JSON.stringify({
      jobs,
      attempts,
      memoryMb: limits.memoryMb,
      rows: mostRows,
      bytes,
    })
    const onStart = given.onStart
    return readAnswer(await supervise({ isolation, child, input, limits, onStart }), jobs.length)
  }
  return { run, isolation, entry }
}
