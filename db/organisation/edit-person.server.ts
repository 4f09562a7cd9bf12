import { createHash } from 'node:crypto'
import type { Actor } from '#app/accounts/domain/policy.ts'
import type { Identity } from '#app/organisation/domain/identity.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { refreshRegistryEntries } from '#db/talent/registry-commands.server.ts'
import { identitiesOf, identityMessage } from '#db/vault/identities.server.ts'
import { claiming, type LoginFailure, takenLogins } from './claim-logins.server.ts'
import { findErasure } from './erasure-queries.server.ts'
import { findOrganisation, unitAround } from './organisations.server.ts'
import { moveLearner, type Post } from './person-commands.server.ts'
import { findStaffMember, mayOpenAccountOf } from './staff.server.ts'
import { people } from './tables.server.ts'

const postFields = ['organisationId', 'staffKind', 'grade', 'roleProfile'] as const
const nameFields = ['name', 'staffNumber', 'email', 'phone'] as const

/** What a page showed of a person's record, as one short text to compare with what is there later. */
export function recordMark(post: Post, identity: Identity | undefined): string {
  const values = [
    ...postFields.map((field) => post[field] ?? ''),
    ...nameFields.map((field) => identity?.[field] ?? ''),
  ]
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22)
}

/** Logins of a form that somebody else has; for telling all faults of the form at once. */
export async function listTakenLogins(
  logins: { staffNumber?: string; email?: string },
  personId: string,
): Promise<LoginFailure[]> {
  const taken = await takenLogins(read(), logins, personId)
  // What is on its way is found when the form is sent again.
  return taken === 'vault-behind' ? [] : taken
}

export type EditFailure =
  | LoginFailure
  | 'not-found'
  | 'no-organisation'
  | 'changed-meanwhile'
  | 'email-beyond'

type Edit = { post: Post; identity: Identity; shown?: string }

/**
 * Changes what the unit's records say of a person; which fields changed is noted, not their text.
 * 'not-found' also where the department is outside the actor's reach; 'no-organisation': it is retired.
 * `shown` is the mark of the record that was edited: when it changed since, nothing is done. The
 * e-mail is where links to set a password go, so only who may open the account changes it.
 */
export async function editPerson(
  actor: Actor,
  personId: string,
  edit: Edit,
  key: string,
): Promise<Result<null, EditFailure>> {
  const { post, identity, shown } = edit
  const command = { actorId: actor.personId, action: 'person.edited', subjectId: personId, key }
  return claiming(() =>
    perform({ ...command, action: 'person.edited' }, async (work) => {
      const { tx, note } = work
      const person = await findStaffMember(tx, actor, 'staff.manage', personId)
      if (!person || (await findErasure(tx, personId))) return fail('not-found' as const)
      const place = await findOrganisation(tx, actor, 'staff.manage', post.organisationId)
      if (!place) return fail('not-found' as const)
      const unit = await unitAround(tx, place.path)
      if (!unit || place.retiredAt !== null) return fail('no-organisation' as const)
      const taken = await takenLogins(tx, identity, personId)
      if (taken === 'vault-behind') return fail(taken)
      const before = (await identitiesOf([personId])).get(personId)
      if (shown !== undefined && recordMark(person, before) !== shown) {
        return fail('changed-meanwhile' as const)
      }
      if (taken[0]) return fail(taken[0])
      if (identity.email !== before?.email && !(await mayOpenAccountOf(tx, actor, personId))) {
        return fail('email-beyond' as const)
      }
      const changed = [
        ...postFields.filter((field) => post[field] !== person[field]),
        ...nameFields.filter((field) => identity[field] !== before?.[field]),
      ]
      note({ changed, from: person.organisationId, to: post.organisationId })
      await tx
        .update(people)
        .set({ ...post, unitId: unit.id })
        .where(eq(people.id, personId))
      await moveLearner(work, actor.personId, { personId, organisationId: post.organisationId })
      await refreshRegistryEntries(work, eq(people.id, personId))
      await work.post('identity', identityMessage(personId, identity))
      return ok(null)
    }),
  )
}
