import type { Actor } from '#app/accounts/domain/policy.ts'
import type { Need } from '#app/talent/domain/need.ts'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import { type ShownCount, showCount } from '#app/talent/domain/suppression.ts'
import { and, type SQL } from '#db/dialect/index.ts'
import { countIn, type Found, listIn } from './find.server.ts'
import { compileNeed, ordinaryPool } from './predicate.server.ts'
import { isWithinSight } from './reach.server.ts'

/** People on one page of a list. */
export const pageSize = 20

export type Listing = { count: ShownCount; found: Found[]; pages: number }

/** A page of those the condition holds for; where the count is suppressed, nobody is fetched. */
async function list(
  condition: SQL,
  asked: { need: Need; at: number; page: number; ownUnit: boolean },
): Promise<Listing> {
  const total = await countIn(ordinaryPool, condition)
  const count = showCount(total, asked.ownUnit)
  if (count.kind === 'too-few' || total === 0) return { count, found: [], pages: 0 }
  const all = await listIn(ordinaryPool, condition, asked.need, asked.at)
  const from = (asked.page - 1) * pageSize
  const pages = Math.ceil(all.length / pageSize)
  return { count, found: all.slice(from, from + pageSize), pages }
}

/**
 * Who meets the need where the actor may look, best match first, and who lacks one must only
 * (the first page of those). Pages count from 1; `at` is UTC ms.
 */
export async function searchRegistry(
  actor: Actor,
  asked: { need: Need; place: SearchPlace; page: number; at: number },
): Promise<{ hits: Listing; nearMisses: Listing }> {
  const { need, place, page, at } = asked
  const sight = isWithinSight(actor, place)
  const compiled = compileNeed(need, ordinaryPool, at)
  const ownUnit = place === 'own'
  const within = (condition: SQL) => and(condition, sight) as SQL
  return {
    hits: await list(within(compiled.hits), { need, at, page, ownUnit }),
    nearMisses: await list(within(compiled.nearMisses), { need, at, page: 1, ownUnit }),
  }
}
