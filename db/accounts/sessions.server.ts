import type { Actor, Grant } from '#app/accounts/domain/policy.ts'
import type { Role } from '#app/accounts/domain/roles.ts'
import type { PersonState } from '#app/organisation/domain/organisation.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { perform } from '#db/audit/perform.server.ts'
import { raw, read, write } from '#db/client.server.ts'
import { and, desc, eq, gt, lt, ne, type SQL } from '#db/dialect/index.ts'
import { sessions } from './tables.server.ts'

/** What a page needs to know of who asks for it, read with the session in one statement. */
export type Reader = Actor & {
  state: PersonState
  locale: Locale | null
  timeZone: string
  largeText: boolean
  roleProfile: string | null
  /** The password is short and the second factor it needs is not set up yet. */
  secondFactorOwed: boolean
}
export type SessionRow = {
  tokenHash: string
  id: string
  personId: string
  createdAt: number
  expiresAt: number
}

const columns = `s.token_hash, s.id AS session_id, s.created_at, s.expires_at, s.person_id,
  p.organisation_id, p.unit_id, p.state, p.locale, p.time_zone, p.large_text, p.role_profile,
  u.path AS unit_path, c.password_short, c.totp_confirmed_at, g.role,
  g.organisation_id AS grant_organisation_id, o.path AS grant_path
  FROM sessions s JOIN people p ON p.id = s.person_id JOIN organisations u ON u.id = p.unit_id
  LEFT JOIN credentials c ON c.person_id = p.id
  LEFT JOIN role_grants g ON g.person_id = p.id AND g.revoked_at IS NULL
  LEFT JOIN organisations o ON o.id = g.organisation_id`

// Raw: every request that is signed in begins here, and drizzle costs five times as much.
const bySession = raw({
  name: 'session',
  sqlite: `SELECT ${columns} WHERE s.token_hash = ?`,
  postgres: `SELECT ${columns} WHERE s.token_hash = $1`,
})

/** The session with this token hash and who it belongs to, with roles; expired ones as well. */
export async function findSession(
  tokenHash: string,
): Promise<{ session: SessionRow; reader: Reader } | undefined> {
  const rows = await bySession(tokenHash)
  const [first] = rows
  if (!first) return
  const grants = rows
    .filter((row) => row.role !== null)
    .map<Grant>((row) => ({
      role: row.role as Role,
      organisationId: row.grant_organisation_id as string,
      path: row.grant_path as string,
    }))
  return {
    session: {
      tokenHash,
      id: first.session_id as string,
      personId: first.person_id as string,
      createdAt: first.created_at as number,
      expiresAt: first.expires_at as number,
    },
    reader: {
      personId: first.person_id as string,
      organisationId: first.organisation_id as string,
      unitId: first.unit_id as string,
      unitPath: first.unit_path as string,
      grants,
      state: first.state as PersonState,
      locale: first.locale as Locale | null,
      timeZone: first.time_zone as string,
      largeText: Boolean(first.large_text),
      roleProfile: first.role_profile as string | null,
      secondFactorOwed: Boolean(first.password_short) && first.totp_confirmed_at === null,
    },
  }
}

export type NewSession = SessionRow & { device: string }

export async function insertSession(row: NewSession): Promise<void> {
  await perform(
    { actorId: row.personId, action: 'session.started', subjectId: row.id },
    async ({ tx }) => {
      await tx.insert(sessions).values(row)
    },
  )
}

/** Moves the idle expiry: technical, so no event. */
export async function extendSession(tokenHash: string, expiresAt: number): Promise<void> {
  await write((tx) =>
    tx.update(sessions).set({ expiresAt }).where(eq(sessions.tokenHash, tokenHash)),
  )
}

async function endSessions(actorId: string, subjectId: string, which: SQL): Promise<void> {
  await perform({ actorId, action: 'session.ended', subjectId }, async ({ tx, note }) => {
    const ended = await tx.delete(sessions).where(which).returning({ id: sessions.id })
    note({ sessions: ended.length })
  })
}

export async function deleteSession(tokenHash: string): Promise<void> {
  const found = await findSession(tokenHash)
  if (!found) return
  const { personId, id } = found.session
  await endSessions(personId, id, eq(sessions.tokenHash, tokenHash))
}

/** Ends one of the person's own sessions, named as their list names it; 'not-found' for any other. */
export function deleteOwnSession(
  personId: string,
  id: string,
  key: string,
): Promise<Result<null, 'not-found'>> {
  const command = { actorId: personId, action: 'session.ended', subjectId: id, key } as const
  return perform(command, async ({ tx, note }) => {
    const own = and(eq(sessions.personId, personId), eq(sessions.id, id))
    const ended = await tx.delete(sessions).where(own).returning({ id: sessions.id })
    if (ended.length === 0) return fail('not-found')
    note({ sessions: ended.length })
    return ok(null)
  })
}

/** Ends all of the person's sessions but the one with this token hash. */
export async function deleteOtherSessions(personId: string, tokenHash: string): Promise<void> {
  const others = and(eq(sessions.personId, personId), ne(sessions.tokenHash, tokenHash))!
  await endSessions(personId, personId, others)
}

export async function deleteSessionsOf(personId: string): Promise<void> {
  await endSessions(personId, personId, eq(sessions.personId, personId))
}

export async function deleteExpiredSessions(at: number): Promise<void> {
  await write((tx) => tx.delete(sessions).where(lt(sessions.expiresAt, at)))
}

/** The person's sessions that are still good, the newest first. */
export function listSessions(personId: string, at: number) {
  return read()
    .select({
      tokenHash: sessions.tokenHash,
      id: sessions.id,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      device: sessions.device,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.createdAt))
}
