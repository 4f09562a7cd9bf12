import { createContext, Script } from 'node:vm'

/**
 * Wall clock for one reading, in milliseconds. Collecting garbage takes a second core, so that this is up
 * to 1.4 s of CPU; with the start of a command (0.3 s built) a document stays under 2 s.
 */
const deadlineMs = 900
/** Used less CPU than this when time was up: the machine was busy, so it may try once more. */
const busyCpuMs = 675
/** CPU that both readings may take together, however the load changes between them. */
const cpuBudgetMs = 1_850
/** CPU that a millisecond of reading takes at the most, garbage collection included. */
const cpuPerMs = 1.4

const slot: { work: (() => unknown) | undefined } = { work: undefined }
const context = createContext(slot)
const call = new Script('work()')

/** Thrown by `withinDeadline`. */
export class DeadlinePassed extends Error {}

/**
 * Runs `work`, which must not be asynchronous, and stops it when it takes too long: the parser has
 * quadratic corners (a run of `}` in an expression, thousands of `~a~~`) that no count of characters
 * closes without refusing ordinary lessons. V8 interrupts the running code, as it does for `vm`
 * scripts, so that callers may stay synchronous.
 */
export function withinDeadline<T>(work: () => T): T {
  const before = process.cpuUsage()
  try {
    return run(work, deadlineMs)
  } catch (error) {
    if (!(error instanceof DeadlinePassed)) throw error
    const { user, system } = process.cpuUsage(before)
    const cpuMs = Math.max(1, (user + system) / 1000)
    if (cpuMs > busyCpuMs) throw error
    return run(work, Math.round((cpuBudgetMs - cpuMs) / cpuPerMs))
  }
}

function run<T>(work: () => T, timeout: number): T {
  slot.work = work
  try {
    return call.runInContext(context, { timeout }) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw error
    throw new DeadlinePassed()
  } finally {
    slot.work = undefined
  }
}
