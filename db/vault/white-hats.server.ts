import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { readVault, type Tx, writeVault } from '#db/client.server.ts'
import { eq, inArray } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { keyOf, openRows, sealMessage } from './open.server.ts'
import { seal, unseal } from './seal.server.ts'
import { codeNames, pendingActs } from './vault-tables.server.ts'

/** An open application: for which role, since when (UTC ms), under which code name. */
export type WhiteHat = { role: WhiteHatRole; at: number; codeName: string }

/** What becomes of a person's application: it begins, it ends, or nothing changes. */
export type WhiteHatChange = WhiteHat | 'ends' | 'unchanged'
/**
 * What an outbox message of kind 'code-name' says: of whom what, or which pending acts the audit trail
 * has by now.
 */
export type WhiteHatMessage =
  | { personId: string; change: WhiteHatChange }
  | { personId?: undefined; recorded: string[] }

/** Longer than any message, in bytes: all are padded to it, so that their length says nothing. */
const messageBytes = 256

/**
 * An outbox payload (kind 'code-name') that says what becomes of a person's application. Whoever
 * leaves a pool leaves one, 'unchanged' too: in the main database all of them look the same.
 */
export function whiteHatMessage(personId: string, change: WhiteHatChange): Buffer {
  const message: WhiteHatMessage = { personId, change }
  return sealMessage(message, 'code-name', messageBytes)
}

/** An outbox payload by which these acts stop to wait: the audit trail has them. */
export function recordedMessage(ids: string[]): Buffer {
  const message: WhiteHatMessage = { recorded: ids }
  return sealMessage(message, 'code-name')
}

/** What the audit trail keeps of who did what and when (UTC ms): same length for all. */
function sealAct(personId: string, change: WhiteHatChange, at: number): Buffer {
  const act = change === 'ends' || change === 'unchanged' ? change : change.role
  return sealMessage({ personId, act, at }, 'audit', messageBytes)
}

/** The same in base64, for the event of leaving the ordinary pool. */
export function sealedAct(personId: string, change: WhiteHatChange, at: number): string {
  return sealAct(personId, change, at).toString('base64')
}

/** What waits for the audit trail: sealed acts, in base64, by id. */
export async function listPendingActs(): Promise<{ id: string; act: string }[]> {
  const rows = await readVault().select().from(pendingActs)
  return rows.map(({ id, sealed }) => ({ id, act: sealed.toString('base64') }))
}

/**
 * What becomes of the application of somebody who is in no pool of the main database: here alone,
 * at once, with the act that the audit trail gets later. False where it changes nothing: an
 * application that is open, or none to end.
 */
export async function changeInVault(
  personId: string,
  change: WhiteHat | 'ends',
  at: number,
): Promise<boolean> {
  return writeVault(async (tx) => {
    const [own] = await tx.select().from(codeNames).where(eq(codeNames.personId, personId))
    if ((own !== undefined) !== (change === 'ends')) return false
    await storeWhiteHat(tx, { personId, change })
    await tx.insert(pendingActs).values({ id: newId(at), sealed: sealAct(personId, change, at) })
    return true
  })
}

/** Does what a message says, within its delivery. An application that is open already stays. */
export async function storeWhiteHat(tx: Tx, message: WhiteHatMessage): Promise<void> {
  if (message.personId === undefined) {
    await tx.delete(pendingActs).where(inArray(pendingActs.id, message.recorded))
    return
  }
  const { personId, change } = message
  if (change === 'unchanged') return
  if (change === 'ends') {
    await tx.delete(codeNames).where(eq(codeNames.personId, personId))
    return
  }
  const key = await keyOf(tx, personId)
  if (!key) return
  const sealed = seal(key, JSON.stringify(change), personId)
  await tx.insert(codeNames).values({ personId, sealed }).onConflictDoNothing()
}

async function opened(rows: { personId: string; sealed: Buffer }[]) {
  const people = await openRows(rows.map(({ personId }) => personId))
  const keys = new Map(people.map(({ personId, key }) => [personId, key]))
  return rows.flatMap<[string, WhiteHat]>(({ personId, sealed }) => {
    const key = keys.get(personId)
    return key ? [[personId, JSON.parse(unseal(key, sealed, personId).toString())]] : []
  })
}

/** The person's open application: for the person alone, who is never shown the code name. */
export async function findWhiteHat(personId: string): Promise<WhiteHat | undefined> {
  const rows = await readVault().select().from(codeNames).where(eq(codeNames.personId, personId))
  return (await opened(rows))[0]?.[1]
}

/** Every open application by person: for writing the masked pool anew, never for showing. */
export async function listWhiteHats(): Promise<Map<string, WhiteHat>> {
  return new Map(await opened(await readVault().select().from(codeNames)))
}
