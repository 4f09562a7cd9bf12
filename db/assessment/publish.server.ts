import type { Item, ItemFile } from '#app/assessment/domain/item.ts'
import { parametersForLevel } from '#app/assessment/domain/measurement.ts'
import { canonicalJson } from '#app/audit/domain/chain.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { eq, inArray, max } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { itemBanks, items, itemVersions } from './tables.server.ts'

/** How many items a publication added, changed, brought back or retired. */
export type BankChanges = { added: number; changed: number; restored: number; retired: number }

type Published = { id: string; retiredAt: number | null; content: Item }

function listPublished({ tx }: Work, skill: string): Promise<Published[]> {
  return tx
    .select({ id: items.id, retiredAt: items.retiredAt, content: itemVersions.content })
    .from(items)
    .innerJoin(itemVersions, eq(itemVersions.id, items.currentVersionId))
    .where(eq(items.skill, skill))
}

/** The next version of each of `contents`, by item id. Its level fixes its parameters. */
async function insertVersions({ tx, at }: Work, contents: Map<string, Item>) {
  const ids = [...contents.keys()]
  if (ids.length === 0) return new Map<string, string>()
  const rows = await tx
    .select({ itemId: itemVersions.itemId, last: max(itemVersions.number) })
    .from(itemVersions)
    .where(inArray(itemVersions.itemId, ids))
    .groupBy(itemVersions.itemId)
  const last = new Map(rows.map((row) => [row.itemId, row.last ?? 0]))
  const versions = [...contents].map(([itemId, content]) => ({
    id: newId(at),
    itemId,
    number: (last.get(itemId) ?? 0) + 1,
    content,
    ...parametersForLevel(content.level),
    publishedAt: at,
  }))
  await tx.insert(itemVersions).values(versions)
  return new Map(versions.map((version) => [version.itemId, version.id]))
}

async function setRetired({ tx }: Work, ids: string[], retiredAt: number | null): Promise<void> {
  if (ids.length > 0) await tx.update(items).set({ retiredAt }).where(inArray(items.id, ids))
}

/** What has to happen to which items so that the bank holds `wanted`, by item id. */
function compareBank(published: Published[], wanted: Map<string, Item>) {
  const known = new Map(published.map((item) => [item.id, item]))
  const isChanged = ([id, content]: [string, Item]) => {
    const item = known.get(id)
    return item !== undefined && canonicalJson(item.content) !== canonicalJson(content)
  }
  const ids = (list: Published[]) => list.map(({ id }) => id)
  return {
    added: new Map([...wanted].filter(([id]) => !known.has(id))),
    changed: new Map([...wanted].filter(isChanged)),
    restored: ids(published.filter(({ id, retiredAt }) => wanted.has(id) && retiredAt !== null)),
    retired: ids(published.filter(({ id, retiredAt }) => !wanted.has(id) && retiredAt === null)),
  }
}

/**
 * Makes the bank of `file.skill` what the file says, within a command. An item whose content
 * changed (compared as canonical JSON) gets a new version, and attempts under way keep theirs. An
 * item that left the file is retired: no new form has it, and what was answered stays. Publishing
 * the same file again changes nothing. Throws where the file has an item id twice.
 */
export async function publishItemBank(work: Work, file: ItemFile): Promise<BankChanges> {
  const { tx, at } = work
  const { skill, aspects } = file
  const wanted = new Map(file.items.map((item) => [`${skill}/${item.question.id}`, item]))
  if (wanted.size !== file.items.length) throw new Error(`an item id of ${skill} is used twice`)
  await tx
    .insert(itemBanks)
    .values({ skill, aspects })
    .onConflictDoUpdate({ target: itemBanks.skill, set: { aspects } })
  const changes = compareBank(await listPublished(work, skill), wanted)
  const { added, changed, restored, retired } = changes
  const versions = await insertVersions(work, new Map([...added, ...changed]))
  const current = (id: string) => ({ id, skill, currentVersionId: versions.get(id) ?? '' })
  if (added.size > 0) await tx.insert(items).values([...added.keys()].map(current))
  for (const id of changed.keys()) {
    await tx.update(items).set(current(id)).where(eq(items.id, id))
  }
  await setRetired(work, restored, null)
  await setRetired(work, retired, at)
  return {
    added: added.size,
    changed: changed.size,
    restored: restored.length,
    retired: retired.length,
  }
}
