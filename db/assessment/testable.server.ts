import { read } from '#db/client.server.ts'
import { itemBanks } from './tables.server.ts'

/** The skills that have a bank of items. */
export async function listTestableSkills(): Promise<string[]> {
  const rows = await read().select({ skill: itemBanks.skill }).from(itemBanks)
  return rows.map(({ skill }) => skill)
}
