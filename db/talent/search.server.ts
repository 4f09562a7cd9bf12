import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Coarsened, coarsen, type Group } from '#app/talent/domain/coarsen.ts'
import type { TierBar } from '#app/talent/domain/contact-rules.ts'
import type { Need } from '#app/talent/domain/need.ts'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import { type ShownCount, showCount } from '#app/talent/domain/suppression.ts'
import { read } from '#db/client.server.ts'
import { and, count, type SQL } from '#db/dialect/index.ts'
import { countIn, type Found, listIn } from './find.server.ts'
import { type CompiledNeed, compileNeed, inRegion, ordinaryPool } from './predicate.server.ts'
import { isWithinSight } from './reach.server.ts'
import { registryEntries } from './tables.server.ts'

/** People on one page of a list. */
export const pageSize = 20

export type Listing = { count: ShownCount; found: Found[]; pages: number }

/** A page of those the condition holds for; where the count is suppressed, nobody is fetched. */
async function list(
  compiled: CompiledNeed,
  condition: SQL,
  { page, ownUnit }: { page: number; ownUnit: boolean },
): Promise<Listing> {
  const total = await countIn(compiled, condition)
  const count = showCount(total, ownUnit)
  if (count.kind === 'too-few' || total === 0) return { count, found: [], pages: 0 }
  const offset = (page - 1) * pageSize
  const found = await listIn(compiled, condition, { limit: pageSize, offset })
  return { count, found, pages: Math.ceil(total / pageSize) }
}

/** Those in sight by county and kind of staff; none where the need asks for neither. */
function groupsFor({ region, staffKinds }: Need, sight: SQL): Promise<Group[]> | Group[] {
  if (region.length < 6 && staffKinds.length === 0) return []
  const { regionCode, staffKind } = registryEntries
  return read()
    .select({ regionCode, staffKind, count: count() })
    .from(registryEntries)
    .where(and(sight, inRegion(registryEntries, region.slice(0, 4))))
    .groupBy(regionCode, staffKind)
}

/** What of a masked search was answered less finely than it was asked. */
export type Coarse = Pick<Coarsened, 'anyCounty' | 'anyKindIn' | 'byMonth'>

/**
 * Who meets the need where the actor may look, best match first, and, beside the first page, who
 * lacks one must only (the first page of those). Pages count from 1; `at` is UTC ms; `bars` are the
 * installation's, for a need that names kinds of engagement. Masked, conditions that no row shows are
 * answered as finely as `coarsen` allows, and `coarse` says which were not.
 */
export async function searchRegistry(
  actor: Actor,
  asked: { need: Need; place: SearchPlace; page: number; at: number; bars?: readonly TierBar[] },
): Promise<{ hits: Listing; nearMisses: Listing | undefined; coarse: Coarse | undefined }> {
  const { place, page, at, bars } = asked
  const sight = isWithinSight(actor, place)
  const ownUnit = place === 'own'
  const coarse = ownUnit ? undefined : coarsen(asked.need, await groupsFor(asked.need, sight), at)
  const need = coarse?.need ?? asked.need
  const compiled = compileNeed(need, ordinaryPool, at, { bars, anyKindIn: coarse?.anyKindIn })
  const within = (condition: SQL) => and(condition, sight) as SQL
  const showsNear = need.must.length > 0 && page === 1
  return {
    coarse,
    hits: await list(compiled, within(compiled.hits), { page, ownUnit }),
    nearMisses: showsNear
      ? await list(compiled, within(compiled.nearMisses), { page: 1, ownUnit })
      : undefined,
  }
}
