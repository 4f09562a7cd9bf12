import type { PersonState } from '#app/organisation/domain/organisation.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { read, type Tx } from '#db/client.server.ts'
import { and, eq, gt, isNull, ne } from '#db/dialect/index.ts'
import { people } from '#db/organisation/tables.server.ts'
import {
  credentials,
  type passwordTokenKinds,
  passwordTokens,
  resetRequests,
  sessions,
} from './tables.server.ts'

type Kind = (typeof passwordTokenKinds)[number]

export type PasswordToken = { personId: string; kind: Kind; expiresAt: number }

const open = (tokenHash: string, at: number) =>
  and(
    eq(passwordTokens.tokenHash, tokenHash),
    isNull(passwordTokens.usedAt),
    eq(passwordTokens.revoked, false),
    gt(passwordTokens.expiresAt, at),
  )

/** The link with this token hash, while it can be used. */
export async function findPasswordToken(tokenHash: string): Promise<PasswordToken | undefined> {
  const [row] = await read()
    .select({
      personId: passwordTokens.personId,
      kind: passwordTokens.kind,
      expiresAt: passwordTokens.expiresAt,
    })
    .from(passwordTokens)
    .where(open(tokenHash, Date.now()))
  return row
}

/** Inside a command: links of this person that were not used stop working. */
export async function voidLinks(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(passwordTokens)
    .set({ revoked: true })
    .where(and(eq(passwordTokens.personId, personId), isNull(passwordTokens.usedAt)))
}

/** Inside a command: a request of this person for a link needs no answer any more. */
export async function settleRequests({ tx, at }: Work, personId: string): Promise<void> {
  await tx
    .update(resetRequests)
    .set({ settledAt: at })
    .where(and(eq(resetRequests.personId, personId), isNull(resetRequests.settledAt)))
}

/** Inside a command: a new link for a person. `createdBy` is who hands it out; null for a mail. */
export async function insertPasswordToken(
  { tx, at }: Work,
  token: {
    tokenHash: string
    kind: Kind
    personId: string
    createdBy: string | null
    lifetime: number
  },
): Promise<void> {
  const { lifetime, ...row } = token
  await tx
    .insert(passwordTokens)
    .values({ ...row, createdAt: at, expiresAt: at + lifetime, revoked: false })
}

/**
 * Sets the password by a link, once: the person becomes active, every session they had ends, and so
 * does every other link of theirs.
 */
export async function redeemPasswordToken(
  tokenHash: string,
  password: { hash: string; short: boolean },
  key: string,
): Promise<Result<{ personId: string }, 'gone'>> {
  const token = await findPasswordToken(tokenHash)
  const personId = token?.personId ?? 'unknown'
  const command = { actorId: personId, action: 'password.set', subjectId: personId, key } as const
  return perform(command, async (work) => {
    const { tx, at } = work
    const [used] = await tx
      .update(passwordTokens)
      .set({ usedAt: at })
      .where(open(tokenHash, at))
      .returning({ personId: passwordTokens.personId })
    if (!used) return fail('gone' as const)
    const [person] = await tx
      .update(people)
      .set({ state: 'active' })
      .where(and(eq(people.id, personId), ne(people.state, 'left')))
      .returning({ id: people.id })
    if (!person) return fail('gone' as const)
    const row = { passwordHash: password.hash, passwordShort: password.short, changedAt: at }
    await tx
      .insert(credentials)
      .values({ personId, ...row })
      .onConflictDoUpdate({ target: credentials.personId, set: row })
    await tx.delete(sessions).where(eq(sessions.personId, personId))
    await voidLinks(tx, personId)
    await settleRequests(work, personId)
    return ok({ personId })
  })
}

/** The state of a person; undefined when there is none. For who is not signed in: show it nobody. */
export async function personStateOf(personId: string): Promise<PersonState | undefined> {
  const [row] = await read()
    .select({ state: people.state })
    .from(people)
    .where(eq(people.id, personId))
  return row?.state
}
