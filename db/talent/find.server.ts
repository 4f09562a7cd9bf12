import { compareMatches, type Held, type Match, matchNeed } from '#app/talent/domain/match.ts'
import type { Need } from '#app/talent/domain/need.ts'
import { read } from '#db/client.server.ts'
import { and, count, eq, inArray, type SQL } from '#db/dialect/index.ts'
import type { Pool } from './predicate.server.ts'

/** One entry that the condition holds for: its key in the pool, its code, how it meets the need. */
export type Found = { key: string; code: string; match: Match }

/** How many entries of the pool the condition holds for. */
export async function countIn(pool: Pool, condition: SQL): Promise<number> {
  const [row] = await read().select({ found: count() }).from(pool.entries).where(condition)
  return row?.found ?? 0
}

function readIn({ entries, key, code, skills, skillKey }: Pool, condition: SQL, wanted: string[]) {
  return read()
    .select({
      key,
      code,
      skill: skills.skill,
      level: skills.level,
      confidence: skills.confidence,
      evidenceAt: skills.evidenceAt,
    })
    .from(entries)
    .leftJoin(skills, and(eq(skillKey, key), inArray(skills.skill, wanted)))
    .where(condition)
}

/**
 * Every entry that the condition holds for, best match first. Equal ones stand in the order of
 * their codes, which are random: ids would tell who came first.
 */
export async function listIn(pool: Pool, condition: SQL, need: Need, at: number): Promise<Found[]> {
  const wanted = [...need.must, ...need.nice].map(({ skill }) => skill)
  const entries = new Map<string, { code: string; held: Map<string, Held> }>()
  for (const row of await readIn(pool, condition, wanted)) {
    const entry = entries.get(row.key) ?? { code: row.code, held: new Map() }
    entries.set(row.key, entry)
    const { skill, level, confidence, evidenceAt } = row
    if (skill === null || level === null || confidence === null || evidenceAt === null) continue
    entry.held.set(skill, { level, confidence, evidenceAt })
  }
  return [...entries]
    .map(([key, { code, held }]) => ({ key, code, match: matchNeed(need, held, at) }))
    .sort((a, b) => compareMatches(a.match, b.match) || (a.code < b.code ? -1 : 1))
}
