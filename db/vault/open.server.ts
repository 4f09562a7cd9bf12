import { type Db, readVault, type Tx, writeVault } from '#db/client.server.ts'
import { eq, inArray } from '#db/dialect/index.ts'
import { seal, unseal } from './seal.server.ts'
import { delivered, identities } from './vault-tables.server.ts'

/** The installation's keys: for what is sealed, and for the hashes of logins. */
export type VaultKeys = { vault: Buffer; index: Buffer }

let keys: VaultKeys | undefined

/** Keeps the keys for this process. */
export function unlockWith(given: VaultKeys): void {
  keys = given
}

/** The keys; the vault must have been unlocked. */
export function unlocked(): VaultKeys {
  if (!keys) throw new Error('the vault is locked')
  return keys
}

/** Seals JSON with the installation's key: for what leaves the main database for the vault. */
export function sealMessage(message: unknown, about: string, padTo = 0): Buffer {
  return seal(unlocked().vault, JSON.stringify(message).padEnd(padTo), about)
}

/** Opens what `sealMessage` closed. Throws when it is not ours, or was changed. */
export function openMessage<M>(payload: Buffer, about: string): M {
  return JSON.parse(unseal(unlocked().vault, payload, about).toString())
}

/** Opens an outbox message and stores it in the vault, once however often it comes. */
export async function deliver<M>(
  messageId: string,
  payload: Buffer,
  about: string,
  store: (tx: Tx, message: M) => Promise<void>,
): Promise<void> {
  const message = openMessage<M>(payload, about)
  await writeVault(async (tx) => {
    const [done] = await tx.select().from(delivered).where(eq(delivered.messageId, messageId))
    if (done) return
    await store(tx, message)
    await tx.insert(delivered).values({ messageId })
  })
}

/** The person's own key; undefined once it is destroyed. */
export async function keyOf(db: Db, personId: string): Promise<Buffer | undefined> {
  const [row] = await db
    .select({ sealedKey: identities.sealedKey })
    .from(identities)
    .where(eq(identities.personId, personId))
  return row && unseal(unlocked().vault, row.sealedKey, personId)
}

/** Values in one statement: both engines bound the number of parameters. */
const batch = 1_000

/** Reads for many values, a part of them at a time. */
export async function inBatches<V, R>(
  values: V[],
  read: (part: V[]) => Promise<R[]>,
): Promise<R[]> {
  const rows: R[] = []
  for (let at = 0; at < values.length; at += batch) {
    rows.push(...(await read(values.slice(at, at + batch))))
  }
  return rows
}

/** The sealed identities of these people with the key that opens each; erased ones are missing. */
export async function openRows(personIds: string[]) {
  const rows = await inBatches(personIds, (ids) =>
    readVault().select().from(identities).where(inArray(identities.personId, ids)),
  )
  const { vault } = unlocked()
  return rows.map((row) => ({ ...row, key: unseal(vault, row.sealedKey, row.personId) }))
}
