import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import { evidenceSince, type Need, startOfDay } from '#app/talent/domain/need.ts'
import { and, inArray, type SQL, sql } from '#db/dialect/index.ts'
import { whiteHatEntries, whiteHatSkills } from '#db/white-hat/tables.server.ts'
import { personSkills, registryContracts, registryEntries } from './tables.server.ts'

/** Two tables of the same shape: who may be found, and which skills each of them holds. */
export type Pool = {
  entries: typeof registryEntries | typeof whiteHatEntries
  /** A person's id, or a code name. */
  key: typeof registryEntries.personId | typeof whiteHatEntries.codeName
  /** What is shown in place of a name. */
  code: typeof registryEntries.code | typeof whiteHatEntries.codeName
  skills: typeof personSkills | typeof whiteHatSkills
  skillKey: typeof personSkills.personId | typeof whiteHatSkills.codeName
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
  skills: personSkills,
  skillKey: personSkills.personId,
  engagement: { contracts: registryContracts, availableFrom: registryEntries.availableFrom },
}

/** White hats under their code names. */
export const whiteHatPool: Pool = {
  entries: whiteHatEntries,
  key: whiteHatEntries.codeName,
  code: whiteHatEntries.codeName,
  skills: whiteHatSkills,
  skillKey: whiteHatSkills.codeName,
}

const nobody = sql`1 = 0`

function holds(pool: Pool, { skill, level }: SkillLevel, since: number): SQL {
  const { skills, skillKey, key } = pool
  return sql`${key} in (select ${skillKey} from ${skills} where ${skills.skill} = ${skill}
    and ${skills.level} >= ${level} and ${skills.evidenceAt} >= ${since})`
}

function hasStart({ skills, skillKey, key }: Pool, { skill }: SkillLevel): SQL {
  return sql`${key} in (select ${skillKey} from ${skills} where ${skills.skill} = ${skill})`
}

/** Digits padded to six from both ends, since collations differ on what sorts after a digit. */
function inRegion({ entries }: Pool, prefix: string): SQL | undefined {
  if (prefix === '') return
  return sql`${entries.regionCode} between ${prefix.padEnd(6, '0')} and ${prefix.padEnd(6, '9')}`
}

function canBeEngaged({ engagement, key }: Pool, need: Need): SQL | undefined {
  if (need.contracts.length === 0 && need.availableBy === '') return
  if (!engagement) return nobody
  const { contracts, availableFrom } = engagement
  const open = sql`${key} in (select ${contracts.personId} from ${contracts}
    where ${inArray(contracts.contract, need.contracts)})`
  const inTime = sql`(${availableFrom} is null or ${availableFrom} <= ${startOfDay(need.availableBy || '9999-12-31')})`
  return and(need.contracts.length > 0 ? open : undefined, need.availableBy ? inTime : undefined)
}

function frame(pool: Pool, need: Need): SQL {
  const { entries } = pool
  const parts = [
    need.tiers.length > 0 ? inArray(entries.tier, need.tiers) : undefined,
    need.staffKinds.length > 0 ? inArray(entries.staffKind, need.staffKinds) : undefined,
    inRegion(pool, need.region),
    canBeEngaged(pool, need),
  ]
  return and(...parts) ?? sql`1 = 1`
}

function lacksOne(pool: Pool, { must }: Need, since: number): SQL {
  const [only] = must
  if (!only) return nobody
  // With a single must everyone would be near, so there it takes a start in that skill.
  if (must.length === 1) return sql`(${hasStart(pool, only)} and not ${holds(pool, only, since)})`
  const met = must.map((wanted) => sql`case when ${holds(pool, wanted, since)} then 1 else 0 end`)
  return sql`(${sql.join(met, sql` + `)}) = ${must.length - 1}`
}

/**
 * The one meaning of a need over a pool, as conditions on the pool's entries at `at` (UTC ms).
 * `hits` meet all that is asked; `nearMisses` all but exactly one must. Counts and lists put the
 * same condition into their queries, so they cannot disagree. It says nothing of who may see whom:
 * that condition is joined to it by whoever asks.
 *
 * Plan on SQLite, 10,000 entries with eleven skills each: every must is one search of the index
 * `person_skills_skill` kept as a list, entries are then found by their primary key and the sight
 * of the actor is checked by two primary keys a row. Count 10–20 ms, a whole search page (count,
 * list, near misses of three musts) 70–110 ms on two shared cores.
 */
export function compileNeed(need: Need, pool: Pool, at: number): { hits: SQL; nearMisses: SQL } {
  const since = evidenceSince(need, at)
  const inFrame = frame(pool, need)
  const musts = need.must.map((wanted) => holds(pool, wanted, since))
  return {
    hits: and(inFrame, ...musts) as SQL,
    nearMisses: and(inFrame, lacksOne(pool, need, since)) as SQL,
  }
}
