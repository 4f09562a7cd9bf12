import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { hashPassword } from '#app/accounts/password.server.ts'
import { type Keys, loadKeys } from '#app/keys.server.ts'
import type { Identity } from '#app/organisation/domain/identity.ts'
import { credentials, sessions } from '#db/accounts/tables.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { closeDatabase, migrateDatabase, openDatabase, write } from '#db/client.server.ts'
import { identityMessage, unlockVault } from '#db/vault/identities.server.ts'

/** Opens the SQLite data folder of a server under test in this process, to put a world into it. */
export async function openWorld(folder: string): Promise<Keys> {
  const keys = loadKeys(join(folder, 'keys.json'), false)
  unlockVault(keys)
  await migrateDatabase({ folder })
  await openDatabase({ folder })
  return keys
}

/** Closes what `openWorld` opened. */
export const closeWorld = closeDatabase

/** As long as a new one lasts: one half run out is prolonged when it is used, which is a write. */
const sessionMs = 4 * 3_600_000

/** A session of this person: the Cookie header of their browser. */
export async function aSession(
  person: Pick<Actor, 'personId'>,
  cookie = 'civic_session',
): Promise<string> {
  const token = randomBytes(25).toString('hex')
  const at = Date.now()
  await write((tx) =>
    tx.insert(sessions).values({
      tokenHash: createHash('sha256').update(token).digest('hex'),
      id: randomUUID(),
      personId: person.personId,
      createdAt: at,
      expiresAt: at + sessionMs,
      device: 'test',
    }),
  )
  return `${cookie}=${token}`
}

/** Gives a person a name, a staff number and a password to sign in with. */
export async function canSignIn(
  person: Actor,
  identity: Identity,
  password: string,
): Promise<void> {
  const { personId } = person
  await perform(
    { actorId: 'system', action: 'person.created', subjectId: personId },
    async ({ tx, at, post }) => {
      const passwordHash = await hashPassword(password)
      const row = { personId, passwordHash, passwordShort: false, changedAt: at }
      await tx.insert(credentials).values(row)
      await post('identity', identityMessage(personId, identity))
    },
  )
}
