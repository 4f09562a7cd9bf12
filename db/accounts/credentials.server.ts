import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { and, count, eq, isNotNull, isNull, lt, or } from '#db/dialect/index.ts'
import { findStaffMember, mayOpenAccountOf } from '#db/organisation/staff.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { voidLinks } from './password-tokens.server.ts'
import { credentials, recoveryCodes, sessions } from './tables.server.ts'

export type Credential = {
  personId: string
  passwordHash: string
  passwordShort: boolean
  totpSealed: Buffer | null
  totpConfirmedAt: number | null
  totpLastStep: number | null
}

/** The credential of an active person; undefined for everyone who cannot sign in. */
export async function findCredential(personId: string): Promise<Credential | undefined> {
  const [row] = await read()
    .select({
      personId: credentials.personId,
      passwordHash: credentials.passwordHash,
      passwordShort: credentials.passwordShort,
      totpSealed: credentials.totpSealed,
      totpConfirmedAt: credentials.totpConfirmedAt,
      totpLastStep: credentials.totpLastStep,
    })
    .from(credentials)
    .innerJoin(people, eq(people.id, credentials.personId))
    .where(and(eq(credentials.personId, personId), eq(people.state, 'active')))
  return row
}

/** Uses a time step once: false, and no event, when this step, or a later one, was used before. */
export async function spendTotpStep(personId: string, step: number): Promise<boolean> {
  const done = await perform(
    { actorId: personId, action: 'second-factor.used', subjectId: personId },
    async ({ tx }) => {
      const used = await tx
        .update(credentials)
        .set({ totpLastStep: step })
        .where(
          and(
            eq(credentials.personId, personId),
            or(isNull(credentials.totpLastStep), lt(credentials.totpLastStep, step)),
          ),
        )
        .returning({ personId: credentials.personId })
      return used.length === 1 ? ok(null) : fail('used-before' as const)
    },
  )
  return done.ok
}

/** Uses a recovery code once: false, and no event, when there is none like it. */
export async function spendRecoveryCode(personId: string, hash: string): Promise<boolean> {
  const done = await perform(
    { actorId: personId, action: 'recovery-code.used', subjectId: personId },
    async ({ tx, at }) => {
      const used = await tx
        .update(recoveryCodes)
        .set({ usedAt: at })
        .where(
          and(
            eq(recoveryCodes.personId, personId),
            eq(recoveryCodes.hash, hash),
            isNull(recoveryCodes.usedAt),
          ),
        )
        .returning({ hash: recoveryCodes.hash })
      return used.length === 1 ? ok(null) : fail('no-such-code' as const)
    },
  )
  return done.ok
}

/** Keeps a new secret, not in force until a code from it was seen; one that is in force stays. */
export async function proposeTotp(personId: string, sealed: Buffer): Promise<void> {
  await perform(
    { actorId: personId, action: 'second-factor.proposed', subjectId: personId },
    async ({ tx }) => {
      await tx
        .update(credentials)
        .set({ totpSealed: sealed, totpLastStep: null })
        .where(and(eq(credentials.personId, personId), isNull(credentials.totpConfirmedAt)))
    },
  )
}

/** Puts the proposed secret in force, with fresh recovery codes (their hashes). */
export async function confirmTotp(personId: string, step: number, hashes: string[]): Promise<void> {
  await perform(
    { actorId: personId, action: 'second-factor.confirmed', subjectId: personId },
    async ({ tx, at }) => {
      await tx
        .update(credentials)
        .set({ totpConfirmedAt: at, totpLastStep: step })
        .where(and(eq(credentials.personId, personId), isNotNull(credentials.totpSealed)))
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
      await tx.insert(recoveryCodes).values(hashes.map((hash) => ({ hash, personId })))
    },
  )
}

async function forgetTotp({ tx }: Work, personId: string): Promise<void> {
  await tx
    .update(credentials)
    .set({ totpSealed: null, totpConfirmedAt: null, totpLastStep: null })
    .where(eq(credentials.personId, personId))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
}

/** Takes a person's own second factor out of force, with its recovery codes. */
export async function removeTotp(personId: string): Promise<void> {
  const command = {
    actorId: personId,
    action: 'second-factor.removed',
    subjectId: personId,
  } as const
  await perform(command, (work) => forgetTotp(work, personId))
}

/**
 * The same by an administrator who may open the account, for someone who lost their phone; sessions
 * end as well.
 */
export async function removeTotpOf(
  actor: Actor,
  personId: string,
  key: string,
): Promise<Result<null, 'not-found' | 'beyond-actor'>> {
  const command = { actorId: actor.personId, action: 'second-factor.removed', subjectId: personId }
  return perform({ ...command, action: 'second-factor.removed', key }, async (work) => {
    const person = await findStaffMember(work.tx, actor, 'staff.manage', personId)
    // One's own is taken off where the password is asked for.
    if (!person || personId === actor.personId) return fail('not-found' as const)
    if (!(await mayOpenAccountOf(work.tx, actor, personId))) return fail('beyond-actor' as const)
    await forgetTotp(work, personId)
    await work.tx.delete(sessions).where(eq(sessions.personId, personId))
    return ok(null)
  })
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(personId: string): Promise<number> {
  const [row] = await read()
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
  return row?.left ?? 0
}

/** Sets the password of a person who is signed in; their sessions and open links end with it. */
export async function changePassword(
  personId: string,
  passwordHash: string,
  passwordShort: boolean,
): Promise<void> {
  await perform(
    { actorId: personId, action: 'password.changed', subjectId: personId },
    async ({ tx, at, note }) => {
      await tx
        .update(credentials)
        .set({ passwordHash, passwordShort, changedAt: at })
        .where(eq(credentials.personId, personId))
      await voidLinks(tx, personId)
      const ended = await tx
        .delete(sessions)
        .where(eq(sessions.personId, personId))
        .returning({ id: sessions.id })
      note({ sessions: ended.length })
    },
  )
}
