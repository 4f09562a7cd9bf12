import type { StaffKind } from '#app/organisation/domain/organisation.ts'
import type { Need } from './need.ts'
import { leastShown } from './suppression.ts'

/**
 * A masked row shows tier, prefecture, skills, kinds of engagement and months. County, kind of staff
 * and day are not shown, but whoever compares two lists that differ in such a condition alone reads
 * them off a code: one list of eight, one of seven. So outside the own unit these conditions are
 * answered only as far as everyone they single out is one of at least `leastShown`.
 */

/** How many people in the asker's sight are of one kind in one county; nobody is no row. */
export type Group = { regionCode: string; staffKind: StaffKind; count: number }

/** A need as it is answered outside the own unit, and what of it was asked more finely. */
export type Coarsened = {
  need: Need
  /** Prefectures, in their four digits, where people of every kind of staff are found. */
  anyKindIn: string[]
  /** The county was asked for, and the whole prefecture is answered. */
  anyCounty: boolean
  /** A day was asked for, and its month is answered. */
  byMonth: boolean
}

const prefectureOf = (code: string) => code.slice(0, 4)

function by(groups: readonly Group[], keyOf: (group: Group) => string): Map<string, Group[]> {
  const parts = new Map<string, Group[]>()
  for (const group of groups) {
    parts.set(keyOf(group), [...(parts.get(keyOf(group)) ?? []), group])
  }
  return parts
}

function allLarge(groups: readonly Group[], keyOf: (group: Group) => string): boolean {
  const size = (part: Group[]) => part.reduce((sum, { count }) => sum + count, 0)
  return [...by(groups, keyOf).values()].every((part) => size(part) >= leastShown)
}

/**
 * By what one prefecture's people may be divided. By both only where each kind in each county is
 * large enough; else by one alone, always the same one, since two lists cross into what both divide.
 */
function divisible(groups: readonly Group[]): { county: boolean; kind: boolean } {
  if (allLarge(groups, ({ regionCode, staffKind }) => `${regionCode} ${staffKind}`)) {
    return { county: true, kind: true }
  }
  const county = allLarge(groups, ({ regionCode }) => regionCode)
  return { county, kind: !county && allLarge(groups, ({ staffKind }) => staffKind) }
}

/** Everyone available in the month of this day is answered alike, and everyone who is by now. */
function lastOfMonth(day: string, at: number): string {
  const from = new Date(Math.max(Date.parse(`${day}T00:00:00Z`), at))
  const last = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0)
  return new Date(last).toISOString().slice(0, 10)
}

/**
 * The need as it may be answered to who sees these groups masked, at `at` (UTC ms). `groups` are all
 * those in the asker's sight within the prefectures that the need asks for.
 */
export function coarsen(need: Need, groups: readonly Group[], at: number): Coarsened {
  const places = by(groups, ({ regionCode }) => prefectureOf(regionCode))
  const county =
    need.region.length < 6 || divisible(places.get(prefectureOf(need.region)) ?? []).county
  const undivided = [...places].filter(([, inside]) => !divisible(inside).kind)
  return {
    need: {
      ...need,
      region: county ? need.region : prefectureOf(need.region),
      availableBy: need.availableBy && lastOfMonth(need.availableBy, at),
    },
    anyKindIn:
      need.staffKinds.length === 0 ? [] : undivided.map(([prefecture]) => prefecture).sort(),
    anyCounty: !county,
    byMonth: need.availableBy !== '',
  }
}
