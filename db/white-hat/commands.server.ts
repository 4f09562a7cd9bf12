import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { codeFrom } from '#app/talent/domain/registry.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, eq, isNull } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { leaveRegistry } from '#db/talent/registry-commands.server.ts'
import { codeNameMessage } from '#db/vault/identities.server.ts'
import { isOpenApplicant } from './applicants.server.ts'
import { rebuildWhiteHatPool } from './rebuild.server.ts'
import { whiteHatApplications } from './tables.server.ts'

function newCodeName(): string {
  // Two groups of four of 32 letters: a chance of 1 in 10⁸ that any two of ten thousand are equal.
  return `${codeFrom(randomBytes(4))}-${codeFrom(randomBytes(4))}`
}

/**
 * Applies as a white hat: the person leaves the ordinary pool in the same moment, and gets a code
 * name that only the vault can join to them. The code name is in no row, event or result here.
 */
export async function applyAsWhiteHat(
  personId: string,
  role: WhiteHatRole,
  key: string,
): Promise<Result<null, 'already' | 'not-active'>> {
  const command = { actorId: personId, subjectId: personId, key }
  const applied = await perform({ ...command, action: 'white-hat.applied' }, async (work) => {
    const { tx, at, note, post } = work
    const active = and(eq(people.id, personId), eq(people.state, 'active'))
    const [person] = await tx.select({ id: people.id }).from(people).where(active)
    if (!person) return fail('not-active' as const)
    if (await isOpenApplicant(work, personId)) return fail('already' as const)
    await leaveRegistry(work, personId)
    await tx.insert(whiteHatApplications).values({ id: newId(at), personId, role, at })
    await post('code-name', codeNameMessage(personId, newCodeName()))
    note({ role })
    return ok(null)
  })
  if (applied.ok) await rebuildWhiteHatPool()
  return applied
}

/**
 * Ends a person's application within any command: their own, or leaving the service. The code name
 * is forgotten. Whether there was one; then the caller has the pool written anew after the commit.
 */
export async function leaveWhiteHats(work: Work, personId: string): Promise<boolean> {
  if (!(await isOpenApplicant(work, personId))) return false
  await work.tx
    .update(whiteHatApplications)
    .set({ withdrawnAt: work.at })
    .where(
      and(eq(whiteHatApplications.personId, personId), isNull(whiteHatApplications.withdrawnAt)),
    )
  await work.post('code-name', codeNameMessage(personId, null))
  return true
}

/** Withdraws the person's own application; a later one gets another code name. */
export async function withdrawAsWhiteHat(
  personId: string,
  key: string,
): Promise<Result<null, 'not-applied'>> {
  const command = { actorId: personId, subjectId: personId, key }
  const withdrawn = await perform({ ...command, action: 'white-hat.withdrawn' }, async (work) =>
    (await leaveWhiteHats(work, personId)) ? ok(null) : fail('not-applied' as const),
  )
  if (withdrawn.ok) await rebuildWhiteHatPool()
  return withdrawn
}
