import { type Held, type Match, matchNeed } from '#app/talent/domain/match.ts'
import { read } from '#db/client.server.ts'
import { and, asc, count, inArray, type SQL, sql } from '#db/dialect/index.ts'
import type { CompiledNeed, HeldJoin } from './predicate.server.ts'

/** One entry that the condition holds for: its key in the pool, its code, how it meets the need. */
export type Found = { key: string; code: string; match: Match }

type Joinable<T> = { leftJoin(table: HeldJoin['table'], on: SQL): T }
const joined = <T extends Joinable<T>>(query: T, held: HeldJoin[]): T =>
  held.reduce((all, { table, on }) => all.leftJoin(table, on), query)

/** How many entries of the pool the condition holds for. */
export async function countIn({ pool, held }: CompiledNeed, condition: SQL): Promise<number> {
  const query = read().select({ found: count() }).from(pool.entries).$dynamic()
  const [row] = await joined(query, held.conditions).where(condition)
  return row?.found ?? 0
}

/** What these entries hold of the skills that the need names, by entry and skill. */
async function heldBy({ pool, need }: CompiledNeed, keys: string[]) {
  const wanted = [...need.must, ...need.nice].map(({ skill }) => skill)
  const held = new Map<string, Map<string, Held>>(keys.map((key) => [key, new Map()]))
  if (wanted.length === 0 || keys.length === 0) return held
  const { table, key } = pool.skillsAs('held')
  const { skill, level, confidence, evidenceAt } = table
  const rows = await read()
    .select({ key, skill, level, confidence, evidenceAt })
    .from(table)
    .where(and(inArray(key, keys), inArray(skill, wanted)))
  for (const { key, skill, ...level } of rows) held.get(key)?.set(skill, level)
  return held
}

/**
 * The entries that the condition holds for, best match first, `limit` of them after the first
 * `offset`. Equal ones stand in the order of their codes, which are random: ids would tell who came
 * first.
 */
export async function listIn(
  compiled: CompiledNeed,
  condition: SQL,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Found[]> {
  const { pool, held, order, need, at } = compiled
  const [key, code] = [sql<string>`${pool.key}`, sql<string>`${pool.code}`]
  const query = read().select({ key, code }).from(pool.entries).$dynamic()
  const rows = await joined(query, [...held.conditions, ...held.order])
    .where(condition)
    .orderBy(...order, asc(pool.code))
    .limit(limit)
    .offset(offset)
  const levels = await heldBy(
    compiled,
    rows.map(({ key }) => key),
  )
  return rows.map(({ key, code }) => {
    return { key, code, match: matchNeed(need, levels.get(key) ?? new Map(), at) }
  })
}
