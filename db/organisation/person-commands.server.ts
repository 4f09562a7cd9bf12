import type { Role } from '#app/accounts/domain/roles.ts'
import type { Identity } from '#app/organisation/domain/identity.ts'
import type { PersonState, StaffKind } from '#app/organisation/domain/organisation.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { credentials } from '#db/accounts/tables.server.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, eq, isNull, ne } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { identityMessage } from '#db/vault/identities.server.ts'
import { claiming, type LoginFailure, takenLogins } from './claim-logins.server.ts'
import { organisationById, unitAround } from './organisations.server.ts'
import { people, roleGrants } from './tables.server.ts'

/** What the unit's records say of a post. */
export type Post = {
  organisationId: string
  staffKind: StaffKind
  grade: string
  roleProfile: string | null
}

export type NewPerson = Post & {
  id: string
  unitId: string
  state: PersonState
  roles: { role: Role; organisationId: string }[]
}

/** Inside a command: a new person with their roles, as a learner always. Names go to the vault. */
export async function insertPeople(
  { tx, at }: Work,
  grantedBy: string,
  newcomers: NewPerson[],
): Promise<void> {
  const batch = 200
  for (let from = 0; from < newcomers.length; from += batch) {
    const part = newcomers.slice(from, from + batch)
    await tx.insert(people).values(
      part.map(({ roles: _, ...person }) => ({
        ...person,
        locale: null,
        timeZone: 'Asia/Shanghai',
        largeText: false,
        createdAt: at,
      })),
    )
    await tx.insert(roleGrants).values(
      part.flatMap(({ id, organisationId, roles }) =>
        [{ role: 'learner' as const, organisationId }, ...roles].map((grant) => ({
          ...grant,
          id: newId(at),
          personId: id,
          grantedBy,
          grantedAt: at,
        })),
      ),
    )
  }
}

/**
 * Inside a command: the learner's role follows a person to where they work now. Other roles are for a
 * part of the tree, and stay until an administrator takes them back.
 */
export async function moveLearner(
  { tx, at }: Work,
  grantedBy: string,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<void> {
  const before = and(
    ...[eq(roleGrants.personId, personId), eq(roleGrants.role, 'learner')],
    ...[isNull(roleGrants.revokedAt), ne(roleGrants.organisationId, organisationId)],
  )
  const [held] = await tx.select({ id: roleGrants.id }).from(roleGrants).where(before)
  if (!held) return
  await tx.update(roleGrants).set({ revokedAt: at }).where(before)
  const grant = { id: newId(at), personId, role: 'learner' as const, organisationId }
  await tx.insert(roleGrants).values({ ...grant, grantedBy, grantedAt: at })
}

/**
 * Adds one person for the command line: active with a password, or invited without. Roles are held
 * for the unit around the organisation they work in.
 */
export async function addPerson(given: {
  identity: Identity
  post: Post
  roles: Role[]
  password?: { hash: string; short: boolean }
}): Promise<Result<{ personId: string }, LoginFailure | 'no-organisation'>> {
  const { identity, post, roles, password } = given
  const { organisationId } = post
  return claiming(() => {
    const personId = newId()
    const command = { actorId: 'operator', action: 'person.added', subjectId: personId } as const
    return perform(command, async (work) => {
      const { tx, at, note } = work
      const place = await organisationById(tx, organisationId)
      const unit = place && (await unitAround(tx, place.path))
      if (!unit || place.retiredAt !== null) return fail('no-organisation' as const)
      const taken = await takenLogins(tx, identity)
      if (taken === 'vault-behind') return fail(taken)
      if (taken[0]) return fail(taken[0])
      const held = roles.filter((role) => role !== 'learner')
      await insertPeople(work, 'operator', [
        {
          ...post,
          id: personId,
          unitId: unit.id,
          state: password ? 'active' : 'invited',
          roles: held.map((role) => ({ role, organisationId: unit.id })),
        },
      ])
      if (password) {
        const row = { passwordHash: password.hash, passwordShort: password.short }
        await tx.insert(credentials).values({ personId, ...row, changedAt: at })
      }
      note({ organisation: organisationId, roles: ['learner', ...held] })
      await work.post('identity', identityMessage(personId, identity))
      return ok({ personId })
    })
  })
}
