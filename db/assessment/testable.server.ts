import { prepared } from '#db/client.server.ts'
import { isNull } from '#db/dialect/index.ts'
import { items } from './tables.server.ts'

const testable = prepared('testable-skills', (db) =>
  db.selectDistinct({ skill: items.skill }).from(items).where(isNull(items.retiredAt)),
)

/** The codes of the skills that have items to test with. */
export async function listTestableSkills(): Promise<string[]> {
  const rows = await testable()
  return rows.map(({ skill }) => skill)
}
