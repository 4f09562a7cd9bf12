import type { RunProblem } from '#app/labs/domain/problem.ts'
import type { Runner } from '#app/labs/domain/run.ts'
import { LabFault } from '#app/labs/prepare-cases.server.ts'
import { labRuntimes } from '#app/labs/runtimes.server.ts'
import { log } from '#app/log.server.ts'
import { fail, type Result } from '#app/shared/domain/result.ts'

/**
 * Runs `task` with the SQL runtime when it is the person's turn, or says why not. A fault of the
 * lab itself goes to the log with its reason.
 */
export async function inSqlRuntime<T>(
  personId: string,
  labId: string,
  task: (run: Runner) => Promise<T>,
): Promise<Result<T, RunProblem>> {
  const runtimes = labRuntimes()
  try {
    const ran = await runtimes.inTurn(personId, 'sql', task)
    if (ran.ok || ran.error === 'busy') return ran
    return fail(runtimes.state('sql').state === 'starting' ? 'starting' : 'off')
  } catch (error) {
    if (!(error instanceof LabFault)) throw error
    log.error({ labId, reason: error.message }, 'lab at fault')
    return fail('fault')
  }
}
