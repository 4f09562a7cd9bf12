import type { Tier } from '#app/organisation/domain/organisation.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import type { EvidenceKind } from './evidence.ts'
import type { SkillGroup } from './framework.ts'
import type { ContractKind } from './kinds.ts'

/**
 * What leaves the server of a person: these fields and no others. A masked person has a code; only
 * one's own unit's staff have a name. No id is among them.
 */
export type ShownPerson = {
  code: string
  tier: Tier
  /** Province and prefecture. */
  place: string
  contracts: ContractKind[]
  /** Start of the day (UTC ms); null for any time. */
  availableFrom: number | null
  skills: ShownSkill[]
  /** Own unit only. */
  named?: { name: string; department: string; grade: string }
}

export type ShownSkill = {
  name: string
  level: number
  newest: { kind: EvidenceKind; diagnostic: boolean; at: number } | undefined
}

/** A kind of engagement to choose, with the rule by which the chooser may not be asked for it. */
export type ContractChoice = {
  kind: ContractKind
  bar: { words: Bilingual; source: Bilingual } | undefined
}

/** One term of a need beside what the person holds. */
export type ShownTerm = {
  kind: 'must' | 'nice'
  name: string
  wanted: number
  held: number | undefined
  met: boolean
}

export type ShownMatch = {
  must: { met: number; of: number }
  nice: { met: number; of: number }
  terms: ShownTerm[]
}

/** What would close the gap of someone who is one must short. */
export type ShownGap = {
  skill: string
  wanted: number
  module: { course: string; courseTitle: string; number: number; title: string } | undefined
  test: boolean
}

export type ShownResult = { person: ShownPerson; match: ShownMatch; gap?: ShownGap }

/** One piece of evidence as it is shown to officers: the month, no issuer, no source. */
export type ShownEvidence = {
  kind: EvidenceKind
  level: number
  diagnostic: boolean
  at: number
  strength: 'strong' | 'fair' | 'weak'
}

/** The language of a place's name, where it is not the page's: real places have Chinese ones only. */
export function languageOf(place: string): 'zh-CN' | undefined {
  return /\p{Script=Han}/u.test(place) ? 'zh-CN' : undefined
}

/** How far evidence of this strength (0–1) is believed, in words. */
export function strengthWord(strength: number): ShownEvidence['strength'] {
  if (strength >= 0.8) return 'strong'
  return strength >= 0.5 ? 'fair' : 'weak'
}

/** The skills of one group to choose from, by name. */
export type SkillChoice = { group: SkillGroup; options: { value: string; label: string }[] }
