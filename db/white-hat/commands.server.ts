import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { codeFrom } from '#app/talent/domain/registry.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { deliverToVault } from '#db/audit/outbox.server.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { type Tx, write } from '#db/client.server.ts'
import { inArray } from '#db/dialect/index.ts'
import { leavePool } from '#db/talent/leaving.server.ts'
import {
  changeInVault,
  findWhiteHat,
  listWhiteHats,
  whiteHatMessage,
} from '#db/vault/white-hats.server.ts'
import { isPossible } from './population.server.ts'
import { whiteHatEntries, whiteHatSkills } from './tables.server.ts'

function newCodeName(): string {
  // Two groups of four of 32 letters: a chance of 1 in 10⁸ that any two of ten thousand are equal.
  return `${codeFrom(randomBytes(4))}-${codeFrom(randomBytes(4))}`
}

/**
 * Applies as a white hat and gets a code name. Who is in the ordinary pool leaves it in the same
 * moment, with the trace of anyone who leaves it; of who is not, the main database gets no trace. The
 * masked pool and the audit trail have it from the next time the pool is written. Applying for the
 * same role again changes nothing.
 */
export async function applyAsWhiteHat(
  personId: string,
  role: WhiteHatRole,
): Promise<Result<null, 'already' | 'not-active'>> {
  const own = await findWhiteHat(personId)
  if (own) return own.role === role ? ok(null) : fail('already')
  const begun = (at: number) => ({ role, at, codeName: newCodeName() })
  const left = await leavePool(personId, begun)
  if (left.ok) return left
  // What they sent before may have left the pool and still be on its way.
  await deliverToVault()
  return write(async (tx) => {
    if (!(await isPossible(tx, personId))) return fail('not-active' as const)
    const at = Date.now()
    await changeInVault(personId, begun(at), at)
    return ok(null)
  })
}

async function dropEntries(tx: Tx, codeNames: string[]): Promise<void> {
  if (codeNames.length === 0) return
  await tx.delete(whiteHatSkills).where(inArray(whiteHatSkills.codeName, codeNames))
  await tx.delete(whiteHatEntries).where(inArray(whiteHatEntries.codeName, codeNames))
}

/**
 * Takes out of the masked pool whoever has no application any more. Not a command: an event of its
 * own would tell when, and next to whom, a code name went.
 */
export function dropWithdrawn(): Promise<void> {
  return write(async (tx) => {
    const open = new Set([...(await listWhiteHats()).values()].map(({ codeName }) => codeName))
    const listed = await tx.select({ codeName: whiteHatEntries.codeName }).from(whiteHatEntries)
    const gone = listed.map(({ codeName }) => codeName).filter((name) => !open.has(name))
    await dropEntries(tx, gone)
  })
}

/**
 * Ends a person's application, if there is one, within the command by which they leave the service.
 * The message is left in any case: its absence would tell who was none.
 */
export async function leaveWhiteHats(work: Work, personId: string): Promise<void> {
  const own = await findWhiteHat(personId)
  await dropEntries(work.tx, own ? [own.codeName] : [])
  await work.post('code-name', whiteHatMessage(personId, 'ends'))
}

/**
 * Withdraws the person's own application: gone from the masked pool at once, the code name forgotten.
 * The audit trail has it from the next time the pool is written.
 */
export async function withdrawAsWhiteHat(personId: string): Promise<Result<null, 'not-applied'>> {
  const ended = await changeInVault(personId, 'ends', Date.now())
  // Also when it ended before: the two stores do not commit together.
  await dropWithdrawn()
  return ended ? ok(null) : fail('not-applied')
}
