import { randomInt } from 'node:crypto'
import { leastShown } from '#app/talent/domain/suppression.ts'
import {
  type CellDescription,
  cellsOf,
  describeCell,
  nothingSaid,
} from '#app/white-hat/domain/cells.ts'
import { isPoolDue } from '#app/white-hat/domain/night.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { deliverToVault, isVaultBehind } from '#db/audit/outbox.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { auditEvents } from '#db/audit/tables.server.ts'
import { read, type Tx } from '#db/client.server.ts'
import { and, desc, eq } from '#db/dialect/index.ts'
import { listPendingActs, listWhiteHats, recordedMessage } from '#db/vault/white-hats.server.ts'
import { countPossible, isPossible, listHolders, skillsOfRole } from './population.server.ts'
import { whiteHatEntries, whiteHatSkills } from './tables.server.ts'

/** Rows in one INSERT: below the limit of bound values of both engines. */
const chunk = 500

/** In parts to insert, in an order that tells nothing: drawn by the system's generator. */
function chunks<T>(list: readonly T[]): T[][] {
  const rows = shuffled(list)
  const count = Math.ceil(rows.length / chunk)
  return Array.from({ length: count }, (_, i) => rows.slice(i * chunk, (i + 1) * chunk))
}

function shuffled<T>(list: readonly T[]): T[] {
  const result = [...list]
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    const moved = result[i] as T
    result[i] = result[j] as T
    result[j] = moved
  }
  return result
}

type Rows = {
  entries: (typeof whiteHatEntries.$inferInsert)[]
  skills: (typeof whiteHatSkills.$inferInsert)[]
}

/** How each who may have applied for the role is described; undefined for whoever is held back. */
async function describer(tx: Tx, role: WhiteHatRole) {
  const skills = await skillsOfRole(tx, role)
  const cells = cellsOf(await listHolders(tx, skills), skills, leastShown)
  const described = new Map<string, CellDescription>()
  for (const cell of cells) {
    const description = describeCell(cell, skills)
    for (const { personId } of cell) described.set(personId, description)
  }
  const others = (await countPossible(tx)) - described.size
  return (personId: string) =>
    described.get(personId) ?? (others < leastShown ? undefined : nothingSaid)
}

/** What the masked pool holds now, without any person's id. */
async function poolRows(tx: Tx): Promise<Rows> {
  const rows: Rows = { entries: [], skills: [] }
  const describers = new Map<WhiteHatRole, Awaited<ReturnType<typeof describer>>>()
  for (const [personId, { role, codeName }] of await listWhiteHats()) {
    if (!(await isPossible(tx, personId))) continue
    const descriptionOf = describers.get(role) ?? (await describer(tx, role))
    describers.set(role, descriptionOf)
    const description = descriptionOf(personId)
    if (!description) continue
    const { skills, ...place } = description
    rows.entries.push({ codeName, role, ...place })
    rows.skills.push(...skills.map((held) => ({ codeName, ...held })))
  }
  return rows
}

const rebuilt = { action: 'white-hat-pool.rebuilt', subjectId: 'white-hat-pool' } as const

/**
 * Writes the whole masked pool anew, in random order, and answers how many are in it. By the
 * schedule alone, so that no change of the pool follows at once on what a person did: who applied,
 * and evidence earned since, come in together with the others of the day. The event has, sealed and
 * in random order, what became of applications since the last one. Whoever withdraws goes out at
 * once.
 */
export async function rebuildWhiteHatPool(): Promise<number> {
  await deliverToVault()
  return perform({ ...rebuilt, actorId: 'system' }, async ({ tx, note, post }) => {
    // The vault is read in here: a withdrawal is either in it by now, or waits and stops this. So do
    // acts that an earlier event has, until the vault forgot them.
    if (await isVaultBehind(tx)) throw new Error('the vault has not caught up')
    const { entries, skills } = await poolRows(tx)
    const pending = shuffled(await listPendingActs())
    note({ acts: pending.map(({ act }) => act) })
    if (pending.length > 0) {
      const ids = pending.map(({ id }) => id)
      await post('code-name', recordedMessage(ids))
    }
    await tx.delete(whiteHatSkills)
    await tx.delete(whiteHatEntries)
    for (const part of chunks(entries)) await tx.insert(whiteHatEntries).values(part)
    for (const part of chunks(skills)) await tx.insert(whiteHatSkills).values(part)
    return entries.length
  })
}

/** Writes the pool anew when its night has come since it was last written, or it never was. */
export async function rebuildWhenDue(now: number): Promise<void> {
  const [last] = await read()
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.subjectId, rebuilt.subjectId), eq(auditEvents.action, rebuilt.action)),
    )
    .orderBy(desc(auditEvents.at))
    .limit(1)
  if (isPoolDue(last?.at, now)) await rebuildWhiteHatPool()
}
