import { type Actor, reachOf } from '#app/accounts/domain/policy.ts'

/** Where an officer searches: the own unit, by name, or the units below, masked. */
export const searchPlaces = ['own', 'below'] as const
export type SearchPlace = (typeof searchPlaces)[number]

/**
 * Paths of the units whose staff the actor may see by name. Only the very units the role is held
 * for: a unit below is another unit (本单位 is not 下级单位), where names need consent.
 */
export function ownUnits(actor: Actor): string[] {
  const reach = reachOf(actor, 'talent.identify')
  return reach === 'everywhere' ? [] : reach.map(({ path }) => path)
}

/** Paths of the units below which the actor may search and ask, masked. */
export function unitsAbove(actor: Actor): string[] {
  const reach = reachOf(actor, 'talent.search')
  return reach === 'everywhere' ? [] : reach.flatMap(({ path, below }) => (below ? [path] : []))
}

/** Where the actor may search at all; the own unit first. */
export function searchPlacesOf(actor: Actor): SearchPlace[] {
  const places: SearchPlace[] = []
  if (ownUnits(actor).length > 0) places.push('own')
  if (unitsAbove(actor).length > 0) places.push('below')
  return places
}
