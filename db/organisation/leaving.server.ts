import type { Actor } from '#app/accounts/domain/policy.ts'
import { keepsAdministrator } from '#app/organisation/domain/role-grants.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { settleRequests, voidLinks } from '#db/accounts/password-tokens.server.ts'
import { sessions } from '#db/accounts/tables.server.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import type { Db } from '#db/client.server.ts'
import { and, eq, isNull, ne } from '#db/dialect/index.ts'
import { leaveRegistry } from '#db/talent/registry-commands.server.ts'
import { leaveWhiteHats } from '#db/white-hat/commands.server.ts'
import { findErasure } from './erasure-queries.server.ts'
import { findStaffMember, listHeldRoles } from './staff.server.ts'
import { organisations, people, roleGrants } from './tables.server.ts'

/** Paths for which active people other than this one are administrators. */
export async function otherAdministrators(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ path: organisations.path })
    .from(roleGrants)
    .innerJoin(organisations, eq(organisations.id, roleGrants.organisationId))
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.role, 'administrator'),
        isNull(roleGrants.revokedAt),
        eq(people.state, 'active'),
        ne(people.id, personId),
      ),
    )
  return rows.map(({ path }) => path)
}

/** Within a command: access, every role but learner, and both pools end. Done again, it changes nothing. */
export async function leaveService(work: Work, personId: string): Promise<void> {
  const { tx, at } = work
  await tx.update(people).set({ state: 'left' }).where(eq(people.id, personId))
  await tx
    .update(roleGrants)
    .set({ revokedAt: at })
    .where(
      and(
        eq(roleGrants.personId, personId),
        isNull(roleGrants.revokedAt),
        ne(roleGrants.role, 'learner'),
      ),
    )
  await tx.delete(sessions).where(eq(sessions.personId, personId))
  await voidLinks(tx, personId)
  await settleRequests(work, personId)
  await leaveRegistry(work, personId)
  await leaveWhiteHats(work, personId)
}

export type LeavingFailure = 'not-found' | 'last-administrator'

/**
 * Marks a person as left: sessions and links end, roles except learner are revoked. What they
 * earned stays; they are in no pool any more. Refused where a part of the tree would lose its last administrator.
 */
export async function markLeft(
  actor: Actor,
  personId: string,
  key: string,
): Promise<Result<null, LeavingFailure>> {
  const command = { actorId: actor.personId, action: 'person.left', subjectId: personId, key }
  return perform({ ...command, action: 'person.left' }, async (work) => {
    const { tx, note } = work
    const person = await findStaffMember(tx, actor, 'staff.manage', personId)
    if (!person) return fail('not-found' as const)
    const held = (await listHeldRoles([personId], tx)).filter(({ role }) => role !== 'learner')
    const others = await otherAdministrators(tx, personId)
    for (const { role, path } of held) {
      if (role === 'administrator' && !keepsAdministrator(path, others)) {
        return fail('last-administrator' as const)
      }
    }
    await leaveService(work, personId)
    note({ revoked: held.map(({ role }) => role) })
    return ok(null)
  })
}

/**
 * Brings a person back: invited, so that they set a new password; roles are granted anew. Not after
 * their identity was erased: nobody could tell that it is them.
 */
export async function bringBack(
  actor: Actor,
  personId: string,
  key: string,
): Promise<Result<null, 'not-found'>> {
  const command = { actorId: actor.personId, action: 'person.returned', subjectId: personId, key }
  return perform({ ...command, action: 'person.returned' }, async ({ tx }) => {
    const person = await findStaffMember(tx, actor, 'staff.manage', personId)
    if (person?.state !== 'left') return fail('not-found' as const)
    if (await findErasure(tx, personId)) return fail('not-found' as const)
    await tx.update(people).set({ state: 'invited' }).where(eq(people.id, personId))
    return ok(null)
  })
}
