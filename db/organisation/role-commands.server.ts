import { type Actor, canReach } from '#app/accounts/domain/policy.ts'
import type { Role } from '#app/accounts/domain/roles.ts'
import {
  grantableRoles,
  keepsAdministrator,
  mayGrant,
} from '#app/organisation/domain/role-grants.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform } from '#db/audit/perform.server.ts'
import type { Db } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { otherAdministrators } from './leaving.server.ts'
import { findOrganisation } from './organisations.server.ts'
import { findStaffMember, listHeldRoles } from './staff.server.ts'
import { roleGrants } from './tables.server.ts'

export type GrantFailure = 'not-found' | 'own-role' | 'not-grantable' | 'held-already'
export type RevokeFailure = 'not-found' | 'not-grantable' | 'last-administrator'

/**
 * Grants a role to one of the staff for an organisation; both are within the actor's reach. Nobody
 * grants one to themselves: it takes two people to make somebody more than they were.
 */
export async function grantRole(
  actor: Actor,
  personId: string,
  grant: { role: Role; organisationId: string },
  key: string,
): Promise<Result<null, GrantFailure>> {
  if (personId === actor.personId) return fail('own-role')
  const { role, organisationId } = grant
  const command = { actorId: actor.personId, action: 'role.granted', subjectId: personId, key }
  return perform({ ...command, action: 'role.granted' }, async ({ tx, at, note }) => {
    const person = await findStaffMember(tx, actor, 'role.grant', personId)
    const place = await findOrganisation(tx, actor, 'role.grant', organisationId)
    if (!person || person.state === 'left' || !place || place.retiredAt !== null) {
      return fail('not-found' as const)
    }
    if (!grantableRoles(actor).includes(role)) return fail('not-grantable' as const)
    const held = await listHeldRoles([personId], tx)
    if (held.some((each) => each.role === role && each.organisationId === organisationId)) {
      return fail('held-already' as const)
    }
    const row = { id: newId(at), personId, role, organisationId }
    await tx.insert(roleGrants).values({ ...row, grantedBy: actor.personId, grantedAt: at })
    note({ role, organisation: organisationId })
    return ok(null)
  })
}

/** A role that this person holds, for an organisation in the actor's reach. */
async function grantInReach(db: Db, actor: Actor, personId: string, grantId: string) {
  const held = (await listHeldRoles([personId], db)).find(({ id }) => id === grantId)
  return held && canReach(actor, 'role.grant', held.path) ? held : undefined
}

/** Takes a role back, unless the part of the tree it is for would lose its last administrator. */
export async function revokeRole(
  actor: Actor,
  personId: string,
  grantId: string,
  key: string,
): Promise<Result<null, RevokeFailure>> {
  const command = { actorId: actor.personId, action: 'role.revoked', subjectId: personId, key }
  return perform({ ...command, action: 'role.revoked' }, async ({ tx, at, note }) => {
    const person = await findStaffMember(tx, actor, 'role.grant', personId)
    const grant = person && (await grantInReach(tx, actor, personId, grantId))
    if (!grant || grant.role === 'learner') return fail('not-found' as const)
    const { role, path, organisationId } = grant
    if (!mayGrant(actor, grant)) return fail('not-grantable' as const)
    if (role === 'administrator') {
      const held = await listHeldRoles([personId], tx)
      const own = held.filter((each) => each.role === role && each.id !== grantId)
      const others = await otherAdministrators(tx, personId)
      const left = [...others, ...own.map((each) => each.path)]
      if (!keepsAdministrator(path, left)) return fail('last-administrator' as const)
    }
    await tx.update(roleGrants).set({ revokedAt: at }).where(eq(roleGrants.id, grantId))
    note({ role, organisation: organisationId })
    return ok(null)
  })
}
