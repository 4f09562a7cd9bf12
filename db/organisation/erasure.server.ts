import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import {
  credentials,
  passwordTokens,
  recoveryCodes,
  resetRequests,
  sessions,
} from '#db/accounts/tables.server.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { outbox } from '#db/audit/tables.server.ts'
import { forgetDeleted, type Tx } from '#db/client.server.ts'
import { eq, isNull } from '#db/dialect/index.ts'
import { identityMessage } from '#db/vault/identities.server.ts'
import { withoutPerson } from '#db/vault/void-message.server.ts'
import { findErasure, listLongLeft } from './erasure-queries.server.ts'
import { leaveService } from './leaving.server.ts'
import { findStaffMember } from './staff.server.ts'
import { people } from './tables.server.ts'

/** Whether a waiting mail (an outbox payload) goes to the person who is erased. */
export type IsTheirMail = (payload: Buffer) => boolean

/** Messages that still wait, failed ones too, say nothing of the person any more. */
async function voidWaiting(tx: Tx, personId: string, isTheirMail: IsTheirMail): Promise<void> {
  const waiting = await tx.select().from(outbox).where(isNull(outbox.deliveredAt))
  for (const { id, kind, payload } of waiting) {
    const mine = eq(outbox.id, id)
    if (kind === 'mail') {
      if (isTheirMail(payload)) await tx.delete(outbox).where(mine)
      continue
    }
    const rest = withoutPerson(kind, payload, personId)
    if (rest) await tx.update(outbox).set({ payload: rest }).where(mine)
  }
}

async function erase(work: Work, personId: string, isTheirMail: IsTheirMail): Promise<void> {
  const { tx } = work
  await voidWaiting(tx, personId, isTheirMail)
  await leaveService(work, personId)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.delete(credentials).where(eq(credentials.personId, personId))
  await tx.delete(sessions).where(eq(sessions.personId, personId))
  await tx.delete(passwordTokens).where(eq(passwordTokens.personId, personId))
  await tx.delete(resetRequests).where(eq(resetRequests.personId, personId))
  await work.post('identity', identityMessage(personId, null))
}

/**
 * Erases the identity of somebody who has left, for good: their key, name and logins in the vault,
 * what they signed in with, and whatever of them still waits to be delivered. The training record
 * stays under their number. Erasing again changes nothing. 'not-found' outside the actor's reach,
 * for who has not left, and for the actor.
 */
export async function eraseIdentity(
  actor: Actor,
  personId: string,
  { key, isTheirMail }: { key: string; isTheirMail: IsTheirMail },
): Promise<Result<null, 'not-found'>> {
  const command = { actorId: actor.personId, subjectId: personId, key }
  const done = await perform<Result<null, 'not-found' | 'erased-already'>>(
    { ...command, action: 'person.erased' },
    async (work) => {
      const person = await findStaffMember(work.tx, actor, 'staff.manage', personId)
      if (person?.state !== 'left' || personId === actor.personId) return fail('not-found')
      if (await findErasure(work.tx, personId)) return fail('erased-already')
      await erase(work, personId, isTheirMail)
      return ok(null)
    },
  )
  if (!done.ok && done.error === 'not-found') return fail('not-found')
  await forgetDeleted()
  return ok(null)
}

/** Erases by the server itself, where `isDue` says so within the same command. Returns whether it did. */
async function eraseBySystem(
  personId: string,
  isTheirMail: IsTheirMail,
  isDue: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  const command = { actorId: 'system', action: 'person.erased', subjectId: personId } as const
  const done = await perform<Result<null, 'nothing'>>(command, async (work) => {
    if (!(await isDue(work.tx))) return fail('nothing')
    await erase(work, personId, isTheirMail)
    return ok(null)
  })
  if (done.ok) await forgetDeleted()
  return done.ok
}

/**
 * Erases once more whom a restored backup brought back, whatever their state was then. For somebody
 * the backup does not know, or whose erasure is in it, nothing happens. Returns whether it did.
 */
export function eraseAgain(personId: string, isTheirMail: IsTheirMail): Promise<boolean> {
  return eraseBySystem(personId, isTheirMail, async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId))
    return known !== undefined && !(await findErasure(tx, personId))
  })
}

/** Erases who left before `before` (UTC ms) and is still away. Returns whether it did. */
export function eraseLongLeft(
  personId: string,
  { before, isTheirMail }: { before: number; isTheirMail: IsTheirMail },
): Promise<boolean> {
  return eraseBySystem(personId, isTheirMail, async (tx) => {
    return (await listLongLeft(tx, before, personId)).length > 0
  })
}
