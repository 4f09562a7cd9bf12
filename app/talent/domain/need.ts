import { z } from 'zod'
import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import {
  type StaffKind,
  staffKinds,
  type Tier,
  tiers,
} from '#app/organisation/domain/organisation.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { slug } from '#app/shared/domain/text.ts'
import { type ContractKind, contractKinds } from './kinds.ts'

/** How many skills one need may ask for, of each kind. */
export const mostSkills = 8

/** The choices for the age of evidence, in months. */
export const evidenceAges = [6, 12, 24, 36] as const

/** What an officer looks for (用人需求). Empty lists and absent fields ask for nothing. */
export type Need = {
  /** Each skill once, with the level it must reach (1–4). */
  must: SkillLevel[]
  nice: SkillLevel[]
  tiers: Tier[]
  /** Two, four or six digits: a province, a prefecture or a county, and what is within. */
  region: string
  staffKinds: StaffKind[]
  /** Open to any of these. */
  contracts: ContractKind[]
  /** Evidence at most this many months old; 0 for any age. */
  evidenceMonths: number
  /** Available by this day, `YYYY-MM-DD`; '' for any. */
  availableBy: string
}

export const emptyNeed: Need = {
  must: [],
  nice: [],
  tiers: [],
  region: '',
  staffKinds: [],
  contracts: [],
  evidenceMonths: 0,
  availableBy: '',
}

/** What of a query string could not be read. */
export type NeedProblem = 'skills' | 'places' | 'contracts' | 'evidence-age' | 'date'

const level = z.coerce.number().int().min(1).max(4)
const region = z.string().regex(/^(\d{2}|\d{4}|\d{6})?$/)
const months = z.coerce.number().int().min(0).max(120)
const day = z.union([z.literal(''), z.iso.date()])

/** Each skill once, with the highest level asked, in the order first named. */
export function eachOnce(wanted: readonly SkillLevel[]): SkillLevel[] {
  const levels = new Map<string, number>()
  for (const { skill, level } of wanted) {
    levels.set(skill, Math.max(level, levels.get(skill) ?? 0))
  }
  return [...levels].map(([skill, level]) => ({ skill, level }))
}

function pairs(query: URLSearchParams, name: 'must' | 'nice'): SkillLevel[] | undefined {
  const levels = query.getAll(`${name}-level`)
  const wanted = query.getAll(name).flatMap((skill, row) => {
    return skill === '' ? [] : [{ skill, level: levels[row] }]
  })
  const parsed = z.array(z.object({ skill: slug, level })).safeParse(wanted)
  if (!parsed.success) return
  const once = eachOnce(parsed.data)
  return once.length <= mostSkills ? once : undefined
}

/** The chosen values in the order of the vocabulary; undefined where one is unknown. */
function chosen<T extends string>(
  query: URLSearchParams,
  name: string,
  known: readonly T[],
): T[] | undefined {
  const values = query.getAll(name).filter((value) => value !== '')
  if (values.some((value) => !known.includes(value as T))) return
  return known.filter((value) => values.includes(value))
}

/**
 * Reads a need from a form sent by GET: `must` and `must-level` (and `nice`, `nice-level`) pair up
 * by their order, rows without a skill are left out. What asks no more than a must is dropped from
 * the nice list.
 */
export function parseNeed(query: URLSearchParams): Result<Need, NeedProblem> {
  const must = pairs(query, 'must')
  const nice = pairs(query, 'nice')
  if (!must || !nice) return fail('skills')
  const tier = chosen(query, 'tier', tiers)
  const staff = chosen(query, 'staff', staffKinds)
  const place = region.safeParse(query.get('region') ?? '')
  if (!tier || !staff || !place.success) return fail('places')
  const contracts = chosen(query, 'contract', contractKinds)
  if (!contracts) return fail('contracts')
  const evidenceMonths = months.safeParse(query.get('months') ?? '0')
  if (!evidenceMonths.success) return fail('evidence-age')
  const availableBy = day.safeParse(query.get('by') ?? '')
  if (!availableBy.success) return fail('date')
  return ok({
    must,
    nice: beyond(nice, must),
    tiers: tier,
    region: place.data,
    staffKinds: staff,
    contracts,
    evidenceMonths: evidenceMonths.data,
    availableBy: availableBy.data,
  })
}

function beyond(nice: SkillLevel[], must: SkillLevel[]): SkillLevel[] {
  return nice.filter(({ skill, level }) => !must.some((m) => m.skill === skill && m.level >= level))
}

/** The query string that `parseNeed` reads back as the same need. */
export function formatNeed(need: Need): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of ['must', 'nice'] as const) {
    for (const { skill, level } of need[name]) {
      query.append(name, skill)
      query.append(`${name}-level`, String(level))
    }
  }
  for (const tier of need.tiers) query.append('tier', tier)
  if (need.region) query.set('region', need.region)
  for (const kind of need.staffKinds) query.append('staff', kind)
  for (const kind of need.contracts) query.append('contract', kind)
  if (need.evidenceMonths) query.set('months', String(need.evidenceMonths))
  if (need.availableBy) query.set('by', need.availableBy)
  return query
}

/**
 * The address of the search whose query a person's page carries, or of an empty one where it
 * carries none.
 */
export function searchAddress(query: string): string {
  return new URLSearchParams(query).has('search') ? `/talent?${query}#results` : '/talent'
}

/** One twelfth of a Julian year (365.25 days), in milliseconds, as evidence ages. */
const month = (365.25 / 12) * 24 * 60 * 60 * 1000

/**
 * The moment from which evidence counts for this need at `at` (UTC ms); 0 for any age. The first of a
 * month, as dates of evidence are shown: else asking again and again would tell their moment.
 */
export function evidenceSince({ evidenceMonths }: Need, at: number): number {
  if (evidenceMonths === 0) return 0
  const since = new Date(at - evidenceMonths * month)
  return Date.UTC(since.getUTCFullYear(), since.getUTCMonth(), 1)
}

/** The first moment (UTC) of a day written `YYYY-MM-DD`: how days of availability are kept. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
