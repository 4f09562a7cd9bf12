import { createHash, randomUUID } from 'node:crypto'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { env } from '#app/env.server.ts'
import type { Result } from '#app/shared/domain/result.ts'
import { storageFailure } from '#app/shared/http/failure.server.ts'
import {
  deleteExpiredSessions,
  deleteOtherSessions,
  deleteOwnSession,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  insertSession,
  listSessions,
  type Reader,
} from '#db/accounts/sessions.server.ts'

// The only file that knows Lucia (its end of life and the way out: README, decisions). A token is
// 200 random bits; the database gets its SHA-256 alone.

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}
type SessionAttributes = { publicId: string; createdAt: number; device: string }
type UserAttributes = { reader?: Reader }

const hash = (token: string) => createHash('sha256').update(token).digest('hex')
const hours = 3_600_000
/** A session's end is moved on so often at most: each time is a write. */
const moveEveryMs = 300_000

/**
 * What validating writes by the way, of a session whose state is known without it: pages are shown though
 * the disk is full.
 */
async function byTheWay(write: Promise<void>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (!storageFailure(error)) throw error
  }
}

const adapter: Adapter = {
  async getSessionAndUser(token) {
    const found = await findSession(hash(token))
    if (!found) return [null, null]
    const { session, reader } = found
    return [
      {
        id: token,
        userId: session.personId,
        expiresAt: new Date(session.expiresAt),
        attributes: { publicId: session.id, createdAt: session.createdAt, device: '' },
      },
      { id: session.personId, attributes: { reader } },
    ]
  },
  async getUserSessions(personId) {
    const rows = await listSessions(personId, Date.now())
    return rows.map(({ id, createdAt, device, expiresAt }) => ({
      id,
      userId: personId,
      expiresAt: new Date(expiresAt),
      attributes: { publicId: id, createdAt, device },
    }))
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    const { publicId, createdAt, device } = attributes
    await insertSession({
      tokenHash: hash(id),
      id: publicId,
      personId: userId,
      createdAt,
      expiresAt: expiresAt.getTime(),
      device,
    })
  },
  updateSessionExpiration: (token, at) => byTheWay(extendSession(hash(token), at.getTime())),
  deleteSession: (token) => byTheWay(deleteSession(hash(token))),
  deleteUserSessions: (personId) => deleteSessionsOf(personId),
  deleteExpiredSessions: () => deleteExpiredSessions(Date.now()),
}

let made: Lucia<SessionAttributes, UserAttributes> | undefined

function lucia() {
  made ??= new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(env().CIVIC_SESSION_IDLE_HOURS, 'h'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
  return made
}

/** A valid session and whose it is. */
export type Session = { id: string; createdAt: number; expiresAt: number; reader: Reader }

/** Starts a session and returns its token, which is shown to the browser once and never stored. */
export async function createSession(personId: string, device: string): Promise<string> {
  const attributes = { publicId: randomUUID(), createdAt: Date.now(), device }
  const session = await lucia().createSession(personId, attributes)
  return session.id
}

/**
 * The session behind `token`, if it may still be used: not idle too long (Lucia moves that limit
 * while the session is in use), not older than the absolute limit, its person still active.
 */
export async function validateSession(token: string): Promise<Session | undefined> {
  const { session, user } = await lucia().validateSession(token)
  if (!session || !user.reader) return
  const tooOld = Date.now() - session.createdAt > env().CIVIC_SESSION_HOURS * hours
  if (tooOld || user.reader.state !== 'active') {
    await lucia().invalidateSession(token)
    return
  }
  const { publicId: id, createdAt } = session
  const expiresAt = await keepAlive(token, session.expiresAt.getTime())
  return { id, createdAt, expiresAt, reader: user.reader }
}

/**
 * Moves the end of a session in use on. Lucia does so in the second half of its time alone, so that
 * somebody idle could be out after half of it. Returns the end (UTC ms).
 */
async function keepAlive(token: string, expiresAt: number): Promise<number> {
  const whole = Date.now() + env().CIVIC_SESSION_IDLE_HOURS * hours
  if (whole - expiresAt < moveEveryMs) return expiresAt
  await byTheWay(extendSession(hash(token), whole))
  return whole
}

/**
 * Ends all of the person's sessions and starts a new one where they are: after a password or a
 * second factor changed, since what the old ones were worth has changed.
 */
export async function rotateSession(personId: string, device: string): Promise<string> {
  await revokeAllSessions(personId)
  return createSession(personId, device)
}

export async function revokeSession(token: string): Promise<void> {
  await deleteSession(hash(token))
}

/** Ends one of the person's own sessions by the id of their list; 'not-found' for any other. */
export function revokeOwnSession(
  personId: string,
  id: string,
  key: string,
): Promise<Result<null, 'not-found'>> {
  return deleteOwnSession(personId, id, key)
}

/** Ends all of the person's sessions but the one behind `token`. */
export async function revokeOtherSessions(personId: string, token: string): Promise<void> {
  await deleteOtherSessions(personId, hash(token))
}

export async function revokeAllSessions(personId: string): Promise<void> {
  await lucia().invalidateUserSessions(personId)
}

/** One of a person's sessions as their own list shows it. */
export type OwnSession = {
  id: string
  createdAt: number
  /** When it ends if it is not used, or in any case, whichever comes first. */
  expiresAt: number
  device: string
  /** Whether it is the one that asks. */
  here: boolean
}

/** The person's sessions, the newest first; `token` tells which of them asks. */
export async function listSessionsFor(
  personId: string,
  token: string | undefined,
): Promise<OwnSession[]> {
  const current = token && (await findSession(hash(token)))?.session.id
  const oldest = env().CIVIC_SESSION_HOURS * hours
  const sessions = await lucia().getUserSessions(personId)
  return sessions
    .filter(({ createdAt }) => createdAt + oldest > Date.now())
    .map(({ publicId, createdAt, expiresAt, device }) => ({
      id: publicId,
      createdAt,
      expiresAt: Math.min(expiresAt.getTime(), createdAt + oldest),
      device,
      here: publicId === current,
    }))
}
