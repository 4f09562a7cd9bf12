import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Identity, normaliseLogin } from '#app/organisation/domain/identity.ts'
import { deliverBy } from '#db/audit/outbox.server.ts'
import { type Db, readVault, type Tx, writeVault } from '#db/client.server.ts'
import { eq, inArray } from '#db/dialect/index.ts'
import { blindIndex, seal, unseal } from './seal.server.ts'
import { codeNames, delivered, identities, logins } from './vault-tables.server.ts'

type VaultKeys = { vault: Buffer; index: Buffer }

let keys: VaultKeys | undefined

/** Hands the vault its keys, once, when the process starts. */
export function unlockVault(given: VaultKeys): void {
  keys = given
  deliverBy('identity', ({ id, payload }) => deliver(id, payload, 'identity', storeIdentities))
  deliverBy('code-name', ({ id, payload }) => deliver(id, payload, 'code-name', storeCodeName))
}

function unlocked(): VaultKeys {
  if (!keys) throw new Error('the vault is locked')
  return keys
}

/** What to store of whom; null erases it for good. */
export type IdentityMessage = { personId: string; identity: Identity | null }
type CodeNameMessage = { personId: string; codeName: string | null }

/** An outbox payload (kind 'identity') that stores what names a person; null erases it for good. */
export function identityMessage(personId: string, identity: Identity | null): Buffer {
  return identitiesMessage([{ personId, identity }])
}

/** The same for many people, all of them or none: they may pass logins among each other. */
export function identitiesMessage(messages: IdentityMessage[]): Buffer {
  return seal(unlocked().vault, JSON.stringify(messages), 'identity')
}

/** An outbox payload (kind 'code-name') that links a person to a code name; null forgets it. */
export function codeNameMessage(personId: string, codeName: string | null): Buffer {
  const message: CodeNameMessage = { personId, codeName }
  return seal(unlocked().vault, JSON.stringify(message), 'code-name')
}

async function deliver<M>(
  messageId: string,
  payload: Buffer,
  about: string,
  store: (tx: Tx, message: M) => Promise<void>,
): Promise<void> {
  const message: M = JSON.parse(unseal(unlocked().vault, payload, about).toString())
  await writeVault(async (tx) => {
    const [done] = await tx.select().from(delivered).where(eq(delivered.messageId, messageId))
    if (done) return
    await store(tx, message)
    await tx.insert(delivered).values({ messageId })
  })
}

async function keyOf(db: Db, personId: string): Promise<Buffer | undefined> {
  const [row] = await db
    .select({ sealedKey: identities.sealedKey })
    .from(identities)
    .where(eq(identities.personId, personId))
  return row && unseal(unlocked().vault, row.sealedKey, personId)
}

async function storeIdentities(tx: Tx, messages: IdentityMessage[]) {
  // All of them first: one may take over what another gives up.
  for (const { personId } of messages) {
    await tx.delete(logins).where(eq(logins.personId, personId))
  }
  for (const [index, message] of messages.entries()) {
    await storeIdentity(tx, message)
    // A whole roster takes seconds: others are answered in between.
    if (index % 50 === 49) await setImmediate()
  }
}

async function storeIdentity(tx: Tx, { personId, identity }: IdentityMessage) {
  if (!identity) {
    await tx.delete(codeNames).where(eq(codeNames.personId, personId))
    await tx.delete(identities).where(eq(identities.personId, personId))
    return
  }
  const { vault, index } = unlocked()
  const key = (await keyOf(tx, personId)) ?? randomBytes(32)
  const sealed = seal(key, JSON.stringify(identity), personId)
  const row = { sealedKey: seal(vault, key, personId), sealed, changedAt: Date.now() }
  await tx
    .insert(identities)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: identities.personId, set: row })
  const found = [
    ['staff-number', identity.staffNumber],
    ['email', identity.email],
  ] as const
  for (const [kind, value] of found) {
    if (!value) continue
    const hash = blindIndex(index, kind, normaliseLogin(value))
    await tx.insert(logins).values({ hash, personId, kind })
  }
}

async function storeCodeName(tx: Tx, { personId, codeName }: CodeNameMessage) {
  await tx.delete(codeNames).where(eq(codeNames.personId, personId))
  if (codeName === null) return
  const key = await keyOf(tx, personId)
  if (!key) return
  await tx.insert(codeNames).values({ personId, sealed: seal(key, codeName, personId) })
}

/** Whose staff number or e-mail this is. */
export async function findPersonIdByLogin(login: string): Promise<string | undefined> {
  const { index } = unlocked()
  const value = normaliseLogin(login)
  const hashes = ['staff-number', 'email'].map((kind) => blindIndex(index, kind, value))
  const [row] = await readVault()
    .select({ personId: logins.personId })
    .from(logins)
    .where(inArray(logins.hash, hashes))
  return row?.personId
}

/** Values in one statement: both engines bound the number of parameters. */
const batch = 1_000

async function inBatches<V, R>(values: V[], read: (part: V[]) => Promise<R[]>): Promise<R[]> {
  const rows: R[] = []
  for (let at = 0; at < values.length; at += batch) {
    rows.push(...(await read(values.slice(at, at + batch))))
  }
  return rows
}

/** Which of `values` are somebody's login of that kind, and whose. */
export async function findLogins(
  kind: 'staff-number' | 'email',
  values: string[],
): Promise<Map<string, string>> {
  const { index } = unlocked()
  const byHash = new Map(
    values.map((value) => [blindIndex(index, kind, normaliseLogin(value)), value]),
  )
  const rows = await inBatches([...byHash.keys()], (hashes) =>
    readVault().select().from(logins).where(inArray(logins.hash, hashes)),
  )
  return new Map(rows.map((row) => [byHash.get(row.hash)!, row.personId]))
}

async function openRows(personIds: string[]) {
  const rows = await inBatches(personIds, (ids) =>
    readVault().select().from(identities).where(inArray(identities.personId, ids)),
  )
  const { vault } = unlocked()
  return rows.map((row) => ({ ...row, key: unseal(vault, row.sealedKey, row.personId) }))
}

/**
 * Who these people are. The caller has checked that the actor may know: the vault has no scopes.
 * People whose identity was erased are missing.
 */
export async function identitiesOf(personIds: string[]): Promise<Map<string, Identity>> {
  const rows = await openRows(personIds)
  return new Map(
    rows.map(({ personId, key, sealed }) => [
      personId,
      JSON.parse(unseal(key, sealed, personId).toString()) as Identity,
    ]),
  )
}

/** The code names of these people: for writing the masked pool anew, never for showing. */
export async function codeNamesOf(personIds: string[]): Promise<Map<string, string>> {
  const rows = await openRows(personIds)
  const keysById = new Map(rows.map(({ personId, key }) => [personId, key]))
  if (rows.length === 0) return new Map()
  const sealed = await readVault()
    .select()
    .from(codeNames)
    .where(inArray(codeNames.personId, personIds))
  return new Map(
    sealed.map((row) => [
      row.personId,
      unseal(keysById.get(row.personId)!, row.sealed, row.personId).toString(),
    ]),
  )
}
