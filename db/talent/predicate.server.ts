import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import { tiers } from '#app/organisation/domain/organisation.ts'
import { barAgainst, type TierBar } from '#app/talent/domain/contact-rules.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { weights } from '#app/talent/domain/match.ts'
import { evidenceSince, type Need, startOfDay } from '#app/talent/domain/need.ts'
import { alias, and, desc, eq, inArray, notInArray, or, type SQL, sql } from '#db/dialect/index.ts'
import { whiteHatEntries, whiteHatSkills } from '#db/white-hat/tables.server.ts'
import { personSkills, registryContracts, registryEntries } from './tables.server.ts'

type Aliased<T extends typeof personSkills | typeof whiteHatSkills> = ReturnType<
  typeof alias<T, string>
>
type Skills =
  | { table: Aliased<typeof personSkills>; key: Aliased<typeof personSkills>['personId'] }
  | { table: Aliased<typeof whiteHatSkills>; key: Aliased<typeof whiteHatSkills>['codeName'] }

/** Two tables of the same shape: who may be found, and which skills each of them holds. */
export type Pool = {
  entries: typeof registryEntries | typeof whiteHatEntries
  /** A person's id, or a code name. */
  key: typeof registryEntries.personId | typeof whiteHatEntries.codeName
  /** What is shown in place of a name. */
  code: typeof registryEntries.code | typeof whiteHatEntries.codeName
  /** The table of what each holds, under a name of its own for each wanted skill. */
  skillsAs(name: string): Skills
  /** What only the ordinary pool knows; a need that asks for it finds nobody elsewhere. */
  engagement?: {
    contracts: typeof registryContracts
    availableFrom: typeof registryEntries.availableFrom
  }
}

/** Everyone who agreed to be found and is no white hat. */
export const ordinaryPool: Pool = {
  entries: registryEntries,
  key: registryEntries.personId,
  code: registryEntries.code,
  skillsAs(name) {
    const table = alias(personSkills, name)
    return { table, key: table.personId }
  },
  engagement: { contracts: registryContracts, availableFrom: registryEntries.availableFrom },
}

/** White hats under their code names. */
export const whiteHatPool: Pool = {
  entries: whiteHatEntries,
  key: whiteHatEntries.codeName,
  code: whiteHatEntries.codeName,
  skillsAs(name) {
    const table = alias(whiteHatSkills, name)
    return { table, key: table.codeName }
  },
}

const nobody = sql`1 = 0`

/** Digits padded to six from both ends, since collations differ on what sorts after a digit. */
export function inRegion(entries: Pool['entries'], prefix: string): SQL | undefined {
  if (prefix === '') return
  return sql`${entries.regionCode} between ${prefix.padEnd(6, '0')} and ${prefix.padEnd(6, '9')}`
}

/** Open to any of these, but for what a rule bars where the person works. */
function isOpenTo(pool: Pool, wanted: ContractKind[], bars: readonly TierBar[]): SQL | undefined {
  const { engagement, entries, key } = pool
  if (!engagement || wanted.length === 0) return
  const { contracts } = engagement
  const barredFrom = (kind: ContractKind) => tiers.filter((tier) => barAgainst(bars, kind, tier))
  const open = (kinds: ContractKind[]) => sql`${key} in (select ${contracts.personId}
    from ${contracts} where ${inArray(contracts.contract, kinds)})`
  const free = wanted.filter((kind) => barredFrom(kind).length === 0)
  const barred = wanted.filter((kind) => !free.includes(kind))
  return or(
    free.length > 0 ? open(free) : undefined,
    ...barred.map((kind) => and(open([kind]), notInArray(entries.tier, barredFrom(kind)))),
  )
}

function canBeEngaged(pool: Pool, need: Need, bars: readonly TierBar[]): SQL | undefined {
  if (need.contracts.length === 0 && need.availableBy === '') return
  if (!pool.engagement) return nobody
  const { availableFrom } = pool.engagement
  const inTime = sql`(${availableFrom} is null or ${availableFrom} <= ${startOfDay(need.availableBy || '9999-12-31')})`
  return and(isOpenTo(pool, need.contracts, bars), need.availableBy ? inTime : undefined)
}

function isOfKind(pool: Pool, { staffKinds }: Need, anyKindIn: readonly string[]): SQL | undefined {
  if (staffKinds.length === 0) return
  const anyKind = anyKindIn.map((prefecture) => inRegion(pool.entries, prefecture))
  return or(inArray(pool.entries.staffKind, staffKinds), ...anyKind)
}

function frame(pool: Pool, need: Need, { bars = [], anyKindIn = [] }: NeedLimits): SQL {
  const { entries } = pool
  const parts = [
    need.tiers.length > 0 ? inArray(entries.tier, need.tiers) : undefined,
    isOfKind(pool, need, anyKindIn),
    inRegion(entries, need.region),
    canBeEngaged(pool, need, bars),
  ]
  return and(...parts) ?? sql`1 = 1`
}

/** What an entry holds of one wanted skill, left-joined: all null where it holds nothing of it. */
export type HeldJoin = { table: Skills['table']; on: SQL }

type Term = HeldJoin & { has: SQL; met: SQL; tally: SQL; value: SQL }

/** One term of a need, as `matchNeed` has it: the same products in the same order. */
function termOf(
  pool: Pool,
  name: string,
  given: { asked: SkillLevel; weight: number; since: number },
): Term {
  const { asked, weight, since } = given
  const { table, key } = pool.skillsAs(name)
  const { skill, level, confidence, evidenceAt } = table
  const met = sql`(${level} >= ${asked.level} and ${evidenceAt} >= ${since})`
  const fit = sql`case when ${level} >= ${asked.level} then 1
    else cast(${level} as double precision) / ${asked.level} end`
  return {
    table,
    on: and(eq(key, pool.key), eq(skill, asked.skill)) as SQL,
    has: sql`${level} is not null`,
    met,
    tally: sql`case when ${met} then 1 else 0 end`,
    value: sql`coalesce(${weight} * (${fit}) * ${confidence}, 0)`,
  }
}

const sum = (parts: SQL[]) => sql`(${sql.join(parts, sql` + `)})`

function lacksOne(musts: Term[]): SQL {
  const [only] = musts
  if (!only) return nobody
  // With a single must everyone would be near, so there it takes a start in that skill.
  if (musts.length === 1) return sql`(${only.has} and not ${only.met})`
  return sql`${sum(musts.map(({ tally }) => tally))} = ${musts.length - 1}`
}

/** What narrows the meaning of a need; nothing by default. */
export type NeedLimits = {
  /** Whoever may not be asked for a kind of engagement by one of these is not open to it. */
  bars?: readonly TierBar[]
  /** Beginnings of region codes where the kind of staff is not asked for (see `coarsen`). */
  anyKindIn?: readonly string[]
}

/** A need over a pool. Conditions and order speak of the entries with all of `held` joined. */
export type CompiledNeed = {
  need: Need
  pool: Pool
  /** UTC ms. */
  at: number
  /** What the conditions read, and what only the order reads. */
  held: { conditions: HeldJoin[]; order: HeldJoin[] }
  hits: SQL
  nearMisses: SQL
  /** Best match first, as `compareMatches` has it. */
  order: SQL[]
}

/**
 * The one meaning of a need over a pool at `at` (UTC ms). `hits` meet all that is asked;
 * `nearMisses` all but exactly one must. Counts and lists put the same condition into their
 * queries, so they cannot disagree. It says nothing of who may see whom: that condition is joined to
 * it by whoever asks.
 *
 * Plan on SQLite: the first must is a range of the index `person_skills_skill`, each other must and
 * the entry one search of an index for each of its holders; no row of a table is read.
 */
export function compileNeed(
  need: Need,
  pool: Pool,
  at: number,
  limits: NeedLimits = {},
): CompiledNeed {
  const since = evidenceSince(need, at)
  const terms = (kind: 'must' | 'nice') =>
    need[kind].map((asked, index) =>
      termOf(pool, `${kind}_${index}`, { asked, weight: weights[kind], since }),
    )
  const [musts, nices] = [terms('must'), terms('nice')]
  const inFrame = frame(pool, need, limits)
  // Musts met are as many for all hits, and for all near misses: they need no place in the order.
  const order = [
    ...(nices.length > 0 ? [desc(sum(nices.map(({ tally }) => tally)))] : []),
    ...(musts.length + nices.length > 0
      ? [desc(sum([...musts, ...nices].map(({ value }) => value)))]
      : []),
  ]
  return {
    ...{ need, pool, at },
    held: { conditions: musts, order: nices },
    hits: and(inFrame, ...musts.map(({ met }) => met)) as SQL,
    nearMisses: and(inFrame, lacksOne(musts)) as SQL,
    order,
  }
}
