import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { codeFrom } from '#app/talent/domain/registry.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { people } from '#db/organisation/tables.server.ts'
import { leavePool } from '#db/talent/leaving.server.ts'
import { findWhiteHat, whiteHatMessage } from '#db/vault/white-hats.server.ts'
import { whiteHatEntries, whiteHatSkills } from './tables.server.ts'

function newCodeName(): string {
  // Two groups of four of 32 letters: a chance of 1 in 10⁸ that any two of ten thousand are equal.
  return `${codeFrom(randomBytes(4))}-${codeFrom(randomBytes(4))}`
}

/**
 * Applies as a white hat: the person leaves the ordinary pool in the same moment, and gets a code
 * name. Role, moment and code name go to the vault alone; the masked pool has them from the next
 * time it is written. Applying for the same role again changes nothing.
 */
export async function applyAsWhiteHat(
  personId: string,
  role: WhiteHatRole,
): Promise<Result<null, 'already' | 'not-active'>> {
  const own = await findWhiteHat(personId)
  if (own) return own.role === role ? ok(null) : fail('already')
  return leavePool(personId, async ({ tx, at }) => {
    const active = and(eq(people.id, personId), eq(people.state, 'active'))
    const [person] = await tx.select({ id: people.id }).from(people).where(active)
    return person ? ok({ role, at, codeName: newCodeName() }) : fail('not-active' as const)
  })
}

/** Takes the person's entry, if there is one, out of the masked pool; whether they had applied. */
async function leaveMaskedPool({ tx }: Work, personId: string): Promise<boolean> {
  const own = await findWhiteHat(personId)
  if (!own) return false
  await tx.delete(whiteHatSkills).where(eq(whiteHatSkills.codeName, own.codeName))
  await tx.delete(whiteHatEntries).where(eq(whiteHatEntries.codeName, own.codeName))
  return true
}

/**
 * Ends a person's application, if there is one, within the command by which they leave the service.
 * The message is left in any case: its absence would tell who was none.
 */
export async function leaveWhiteHats(work: Work, personId: string): Promise<void> {
  await leaveMaskedPool(work, personId)
  await work.post('code-name', whiteHatMessage(personId, 'ends'))
}

/** Withdraws the person's own application: gone from the masked pool at once, the code name forgotten. */
export function withdrawAsWhiteHat(personId: string): Promise<Result<null, 'not-applied'>> {
  return leavePool(personId, async (work) =>
    (await leaveMaskedPool(work, personId)) ? ok('ends' as const) : fail('not-applied' as const),
  )
}
