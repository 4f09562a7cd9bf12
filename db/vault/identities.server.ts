import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Identity, normaliseLogin } from '#app/organisation/domain/identity.ts'
import { deliverBy } from '#db/audit/outbox.server.ts'
import { readVault, type Tx } from '#db/client.server.ts'
import { eq, inArray } from '#db/dialect/index.ts'
import {
  deliver,
  inBatches,
  keyOf,
  openRows,
  unlocked,
  unlockWith,
  type VaultKeys,
} from './open.server.ts'
import { blindIndex, seal, unseal } from './seal.server.ts'
import { codeNames, identities, logins } from './vault-tables.server.ts'
import { storeWhiteHat } from './white-hats.server.ts'

/** Hands the vault its keys, once, when the process starts. */
export function unlockVault(given: VaultKeys): void {
  unlockWith(given)
  deliverBy('identity', ({ id, payload }) => deliver(id, payload, 'identity', storeIdentities))
  deliverBy('code-name', ({ id, payload }) => deliver(id, payload, 'code-name', storeWhiteHat))
}

/** What to store of whom; null erases it for good. */
export type IdentityMessage = { personId: string; identity: Identity | null }

/** An outbox payload (kind 'identity') that stores what names a person; null erases it for good. */
export function identityMessage(personId: string, identity: Identity | null): Buffer {
  return identitiesMessage([{ personId, identity }])
}

/** The same for many people, all of them or none: they may pass logins among each other. */
export function identitiesMessage(messages: IdentityMessage[]): Buffer {
  return seal(unlocked().vault, JSON.stringify(messages), 'identity')
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
