import { perform } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { and, eq, isNotNull, isNull, lt, or } from '#db/dialect/index.ts'
import { people } from '#db/organisation/tables.server.ts'
import { credentials, recoveryCodes } from './tables.server.ts'

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

/** Uses a time step once: false when this step, or a later one, was used before. */
export async function spendTotpStep(personId: string, step: number): Promise<boolean> {
  return perform(
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
      return used.length === 1
    },
  )
}

/** Uses a recovery code once. */
export async function spendRecoveryCode(personId: string, hash: string): Promise<boolean> {
  return perform(
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
      return used.length === 1
    },
  )
}

/** Keeps a new secret, not in force until a code from it was seen. */
export async function proposeTotp(personId: string, sealed: Buffer): Promise<void> {
  await perform(
    { actorId: personId, action: 'second-factor.proposed', subjectId: personId },
    async ({ tx }) => {
      await tx
        .update(credentials)
        .set({ totpSealed: sealed, totpConfirmedAt: null, totpLastStep: null })
        .where(eq(credentials.personId, personId))
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

export async function removeTotp(personId: string, actorId: string): Promise<void> {
  await perform(
    { actorId, action: 'second-factor.removed', subjectId: personId },
    async ({ tx }) => {
      await tx
        .update(credentials)
        .set({ totpSealed: null, totpConfirmedAt: null, totpLastStep: null })
        .where(eq(credentials.personId, personId))
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
    },
  )
}

/** Sets the password of a person who is signed in. Other sessions are ended by the caller. */
export async function changePassword(
  personId: string,
  passwordHash: string,
  passwordShort: boolean,
): Promise<void> {
  await perform(
    { actorId: personId, action: 'password.changed', subjectId: personId },
    async ({ tx, at }) => {
      await tx
        .update(credentials)
        .set({ passwordHash, passwordShort, changedAt: at })
        .where(eq(credentials.personId, personId))
    },
  )
}
