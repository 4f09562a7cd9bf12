import type { Actor } from '#app/accounts/domain/policy.ts'
import { type Tier, tiers } from '#app/organisation/domain/organisation.ts'
import { regionLine } from '#app/talent/domain/registry.ts'
import { read } from '#db/client.server.ts'
import { asc, inArray, or, type SQL } from '#db/dialect/index.ts'
import { organisations, regions } from '#db/organisation/tables.server.ts'
import { isOwnUnit, isUnitBelow } from './reach.server.ts'

export type RegionOption = { code: string; name: string }

async function regionsOf(where: SQL | undefined): Promise<RegionOption[]> {
  const rows = await read()
    .selectDistinct({ code: organisations.regionCode })
    .from(organisations)
    .where(where)
  const codes = [...new Set(rows.flatMap(({ code }) => regionLine(code)))]
  if (codes.length === 0) return []
  return read()
    .select({ code: regions.code, name: regions.name })
    .from(regions)
    .where(inArray(regions.code, codes))
    .orderBy(asc(regions.code))
}

/** The regions in which the actor's search can find anyone, with those above them. */
export function listRegionsInSight(actor: Actor): Promise<RegionOption[]> {
  return regionsOf(or(isOwnUnit(actor), isUnitBelow(actor)))
}

/** The tiers of the units in which the actor's search can find anyone, from the top down. */
export async function listTiersInSight(actor: Actor): Promise<Tier[]> {
  const rows = await read()
    .selectDistinct({ tier: organisations.tier })
    .from(organisations)
    .where(or(isOwnUnit(actor), isUnitBelow(actor)))
  return tiers.filter((tier) => rows.some((row) => row.tier === tier))
}

/** The provinces and prefectures that have units, for a search without a place of its own. */
export async function listPrefectures(): Promise<RegionOption[]> {
  return (await regionsOf(undefined)).filter(({ code }) => code.endsWith('00'))
}
