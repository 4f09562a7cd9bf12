import { type StaffKind, type Tier, tiers } from '#app/organisation/domain/organisation.ts'
import type { EvidenceKind } from '#app/talent/domain/evidence.ts'
import { coarseConfidence, quarterOf } from './quarter.ts'

/**
 * What the masked pool says of a white hat is said of a group. Everyone on the platform who might be
 * one is divided into groups (cells) of at least `least` people by what the main database knows of
 * them, and each white hat is described by what all of their cell have in common: levels and dates
 * are lower bounds, a place is given as far as it is shared. The division does not look at who
 * applied, so whoever holds the main database and the pool is left with the whole cell.
 */

/** What a person's level of a skill rests on. */
export type MemberSkill = {
  level: number
  confidence: number
  /** UTC ms of the newest evidence at that level or above. */
  evidenceAt: number
  /** Its kind; null where a cell differs. */
  kind: EvidenceKind | null
}
/** A person as the main database knows them. */
export type Member = {
  personId: string
  tier: Tier
  regionCode: string
  staffKind: StaffKind
  skills: ReadonlyMap<string, MemberSkill>
}
export type Cell = readonly Member[]

/** What a whole cell has in common; null and '' where it differs. */
export type CellDescription = {
  tier: Tier | null
  /** A prefecture or a province. */
  regionCode: string
  staffKind: StaffKind | null
  skills: ({ skill: string } & MemberSkill)[]
}

const levelOf = (member: Member, skill: string) => member.skills.get(skill)?.level ?? 0

type Test = (member: Member) => boolean

/** Every division to try, in order: skills first, each from the highest level down, then place. */
function divisions(cell: Cell, skills: readonly string[]): Test[] {
  const prefixes = (length: number) =>
    [...new Set(cell.map(({ regionCode }) => regionCode.slice(0, length)))].sort()
  const within = (prefix: string) => (member: Member) => member.regionCode.startsWith(prefix)
  return [
    ...skills.flatMap((skill) =>
      [4, 3, 2, 1].map((level) => (member: Member) => levelOf(member, skill) >= level),
    ),
    ...[2, 4].flatMap((length) => prefixes(length).map(within)),
    ...tiers.map((tier) => (member: Member) => member.tier === tier),
  ]
}

function divide(cell: Cell, tests: readonly Test[], least: number): Cell[] {
  for (const [index, test] of tests.entries()) {
    const inside = cell.filter(test)
    if (inside.length < least || cell.length - inside.length < least) continue
    const outside = cell.filter((member) => !test(member))
    // A division that is too small here is too small within every part.
    const left = tests.slice(index + 1)
    return [...divide(inside, left, least), ...divide(outside, left, least)]
  }
  return [cell]
}

/** Divides people into cells of at least `least`, as finely as that allows; none for fewer people. */
export function cellsOf(people: Cell, skills: readonly string[], least: number): Cell[] {
  return people.length < least ? [] : divide(people, divisions(people, skills), least)
}

function shared<T>(values: readonly T[]): T | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}

function sharedRegion(codes: readonly string[]): string {
  const prefecture = shared(codes.map((code) => code.slice(0, 4)))
  if (prefecture) return `${prefecture}00`
  const province = shared(codes.map((code) => code.slice(0, 2)))
  return province ? `${province}0000` : ''
}

/** What is said of whoever is in no cell, since too few people hold what they hold: nothing. */
export const nothingSaid: CellDescription = {
  tier: null,
  regionCode: '',
  staffKind: null,
  skills: [],
}

/** What is said of each white hat of the cell: what all of it reach, in place, skills and dates. */
export function describeCell(cell: Cell, skills: readonly string[]): CellDescription {
  return {
    tier: shared(cell.map(({ tier }) => tier)),
    regionCode: sharedRegion(cell.map(({ regionCode }) => regionCode)),
    staffKind: shared(cell.map(({ staffKind }) => staffKind)),
    skills: skills.flatMap((skill) => {
      const held = cell.flatMap((member) => member.skills.get(skill) ?? [])
      return held.length < cell.length ? [] : [{ skill, ...lowest(held) }]
    }),
  }
}

function lowest(held: readonly MemberSkill[]): MemberSkill {
  return {
    level: Math.min(...held.map(({ level }) => level)),
    confidence: coarseConfidence(Math.min(...held.map(({ confidence }) => confidence))),
    evidenceAt: quarterOf(Math.min(...held.map(({ evidenceAt }) => evidenceAt))),
    kind: shared(held.map(({ kind }) => kind)),
  }
}
