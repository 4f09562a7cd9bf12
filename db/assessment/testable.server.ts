import { read } from '#db/client.server.ts'
import { isNull } from '#db/dialect/index.ts'
import { items } from './tables.server.ts'

/** The codes of the skills that have items to test with. */
export async function listTestableSkills(): Promise<string[]> {
  const rows = await read()
    .selectDistinct({ skill: items.skill })
    .from(items)
    .where(isNull(items.retiredAt))
  return rows.map(({ skill }) => skill)
}
