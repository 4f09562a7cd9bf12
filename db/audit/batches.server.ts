import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { type Command, perform, type Work } from './perform.server.ts'

/** Rows of a kind in one batch, so that nobody's own command waits long for its turn. */
export const batchRows = 500

/**
 * Does long work of the server's own as command after command, until one finds nothing to do. `work`
 * answers what it did as numbers, by the name they have in the event's detail; a batch of zeros is the
 * last, and leaves no event. Returns the sums.
 */
export async function performInBatches(
  command: Pick<Command, 'action' | 'subjectId'>,
  work: (w: Work) => Promise<Record<string, number>>,
): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  const doBatch = () =>
    perform<Result<Record<string, number>, 'nothing'>>(
      { ...command, actorId: 'system' },
      async (w) => {
        const done = await work(w)
        if (Object.values(done).every((number) => number === 0)) return fail('nothing')
        w.note(done)
        return ok(done)
      },
    )
  for (let batch = await doBatch(); batch.ok; batch = await doBatch()) {
    for (const [name, number] of Object.entries(batch.value)) {
      sums[name] = (sums[name] ?? 0) + number
    }
  }
  return sums
}
