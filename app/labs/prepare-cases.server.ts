import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Limits, SqlLab } from '#app/labs/domain/manifest.ts'
import type { Dump, Runner, SqlJob, SqlResult, Table } from '#app/labs/domain/run.ts'
import type { SqlOutputs } from '#app/labs/runners/sql.server.ts'

/** A lab's own texts, as published with it. */
export type SqlLabFiles = { data: string; accepted: string }

/** One case built: its tables, and what the accepted query gives on them. */
export type PreparedCase = { id: string; tables: Dump; expected: Table }

/** The seed of the first case, which everyone sees; the others run on the learner's own. */
export const publicSeed = 1

/** The lab itself is wrong: its data or its accepted query does not run. Not a learner's doing. */
export class LabFault extends Error {
  constructor(
    /** Which of the manifest's files is at fault. */
    readonly setting: 'data' | 'accepted',
    message: string,
  ) {
    super(message)
  }
}

/** Data and expected rows are the author's, so they get all the room that a run may have. */
export const ownLimits = (limits: Limits): Limits => ({
  ...limits,
  wallMs: 20_000,
  outputKb: 4_096,
})

// Of one learner's lab, about as much as it weighs as JSON; learners submit many times.
const cache = new LRUCache<string, PreparedCase[]>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: (cases) => JSON.stringify(cases).length + 1,
})

async function runOwn(
  run: Runner,
  lab: SqlLab,
  jobs: SqlJob[],
  setting: 'data' | 'accepted',
): Promise<SqlResult[]> {
  const limits = ownLimits(lab.limits)
  const { verdict, outputs } = await run({ runtime: 'sql', files: {}, inputs: { jobs }, limits })
  const { results } = outputs as SqlOutputs
  if (verdict === 'OK' && results.length === jobs.length) return results
  const message = results.find((r) => r.error)?.error?.message ?? verdict
  throw new LabFault(setting, `${lab.slug}: ${lab[setting]}: ${message}`)
}

/**
 * Builds `count` cases of a lab, the first on the public seed, the others on `seedFor(index)`.
 * Data and expected rows come from two runs, so what a learner's run is given never holds an
 * expected value. Kept in memory by everything they depend on. Throws LabFault.
 */
export async function prepareCases(given: {
  lab: SqlLab
  files: SqlLabFiles
  seedFor: (caseIndex: number) => number
  run: Runner
  count: number
}): Promise<PreparedCase[]> {
  const { lab, files, seedFor, run, count } = given
  const jobs = lab.cases.slice(0, count).map((one, i) => ({
    script: `${files.data}\n;\n${one.setup}`,
    seed: i === 0 ? publicSeed : seedFor(i),
    dump: true,
  }))
  const key = createHash('sha256')
    .update(JSON.stringify([jobs, files.accepted]))
    .digest('hex')
  const kept = cache.get(key)
  if (kept) return kept
  const dumps = (await runOwn(run, lab, jobs, 'data')).flatMap((r) => (r.dump ? [r.dump] : []))
  const asked = dumps.map((tables) => ({ tables, query: files.accepted }))
  const expected = await runOwn(run, lab, asked, 'accepted')
  const cases = dumps.map((tables, i) => ({
    id: lab.cases[i]?.id ?? '',
    tables,
    expected: expected[i]?.table ?? { columns: [], rows: [] },
  }))
  cache.set(key, cases)
  return cases
}
