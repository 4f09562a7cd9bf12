import type { RuntimeName } from '#app/labs/domain/manifest.ts'
import type { Runner } from '#app/labs/domain/run.ts'
import { runAnswers } from '#app/labs/runners/answers.server.ts'
import { isReadable } from '#app/labs/runners/isolation.server.ts'
import { type ProbeReport, probeSql } from '#app/labs/runners/probes.server.ts'
import { failedProbes } from '#app/labs/runners/prove.server.ts'
import { createQueue, type Queue } from '#app/labs/runners/queue.server.ts'
import { createSqlRunner } from '#app/labs/runners/sql.server.ts'
import { fail, type Result } from '#app/shared/domain/result.ts'

/** Whether learners may use a runtime, why not, and what this machine cannot give it. */
export type RuntimeState = {
  state: 'starting' | 'on' | 'off'
  reason?: string
  gaps: string[]
}

/** What starting a runtime gives: the runner and the probes it must pass before anyone uses it. */
type Started = { run: Runner; gaps: string[]; probe: () => Promise<ProbeReport[]> }

/** Where bundled sandbox entries are. */
export type SandboxEntries = { sql: string }

function startSql({ sql: entry }: SandboxEntries): Started {
  if (!isReadable(entry)) throw new Error(`the sandbox is not built: ${entry}`)
  const { run, isolation } = createSqlRunner({ entry })
  return { run, gaps: isolation.gaps, probe: () => probeSql(run) }
}

/** Every runtime a lab may name: one line each. */
const registry = {
  sql: startSql,
  answers: () => ({ run: runAnswers, gaps: [], probe: async () => [] }),
} satisfies Record<RuntimeName, (entries: SandboxEntries) => Started>

/** The runtimes of one server. */
export type Runtimes = {
  state: (name: RuntimeName) => RuntimeState
  /** Runs `task` with the runtime when it is `learner`'s turn. */
  inTurn: <T>(
    learner: string,
    name: RuntimeName,
    task: (run: Runner) => Promise<T>,
  ) => Promise<Result<T, 'busy' | 'off'>>
  /** Resolves when no runtime is starting any more. */
  settled: Promise<void>
}

async function startOne(
  name: RuntimeName,
  entries: SandboxEntries,
  onRunner: (run: Runner) => void,
): Promise<RuntimeState> {
  let gaps: string[] = []
  try {
    const started = registry[name](entries)
    gaps = started.gaps
    const failed = await failedProbes(started.probe)
    if (failed.length > 0) {
      const reason = failed.map(({ probe, seen }) => `${probe} → ${seen}`).join('; ')
      return { state: 'off', reason: `probes failed: ${reason}`, gaps }
    }
    onRunner(started.run)
    return { state: 'on', gaps }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { state: 'off', reason, gaps }
  }
}

/**
 * Starts every runtime in the background: the server listens meanwhile, and a runtime answers
 * 'off' until its probes have passed, or for good with the reason why not.
 */
export function startRuntimes(entries: SandboxEntries, queue: Queue = createQueue()): Runtimes {
  const names = Object.keys(registry) as RuntimeName[]
  const states = new Map<RuntimeName, RuntimeState>()
  const runners = new Map<RuntimeName, Runner>()
  const starting = names.map(async (name) => {
    states.set(name, { state: 'starting', gaps: [] })
    states.set(name, await startOne(name, entries, (run) => runners.set(name, run)))
  })
  return {
    state: (name) => states.get(name) ?? { state: 'off', reason: 'unknown runtime', gaps: [] },
    inTurn: async (learner, name, task) => {
      const run = runners.get(name)
      return run ? queue(learner, () => task(run)) : fail('off')
    },
    settled: Promise.all(starting).then(() => undefined),
  }
}
