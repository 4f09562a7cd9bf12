import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { readVault, type Tx } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { keyOf, openRows, sealMessage } from './open.server.ts'
import { seal, unseal } from './seal.server.ts'
import { codeNames } from './vault-tables.server.ts'

/** An open application: for which role, since when (UTC ms), under which code name. */
export type WhiteHat = { role: WhiteHatRole; at: number; codeName: string }

/** What becomes of a person's application: it begins, it ends, or nothing changes. */
export type WhiteHatChange = WhiteHat | 'ends' | 'unchanged'
/** What an outbox message of kind 'code-name' says, of whom. */
export type WhiteHatMessage = { personId: string; change: WhiteHatChange }

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

/** What an audit event of leaving a pool keeps of who did what, in base64: same length for all. */
export function sealedAct(personId: string, change: WhiteHatChange): string {
  const act = change === 'ends' || change === 'unchanged' ? change : change.role
  return sealMessage({ personId, act }, 'audit', messageBytes).toString('base64')
}

/** Does what a message says, within its delivery. An application that is open already stays. */
export async function storeWhiteHat(tx: Tx, { personId, change }: WhiteHatMessage): Promise<void> {
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
