import type { SkillLevel } from '#app/catalogue/domain/course.ts'
import { evidenceSince, type Need } from './need.ts'

/**
 * How well a person meets a need. People see how many of the musts and nices are met and each
 * term with its evidence; the sum only breaks ties between people who meet equally many.
 */

/** What a must and a nice-to-have weigh in the sum. */
export const weights = { must: 2, nice: 1 } as const

/** A level held, with its confidence (0–1) and the time of its newest evidence (UTC ms). */
export type Held = { level: number; confidence: number; evidenceAt: number }

/** One wanted skill beside what is held of it. */
export type Term = {
  kind: 'must' | 'nice'
  skill: string
  wanted: number
  held: Held | undefined
  met: boolean
}

export type Match = {
  must: { met: number; of: number }
  nice: { met: number; of: number }
  /** Σ weight × level fit × confidence. */
  sum: number
  terms: Term[]
}

/** Whether `held` reaches the level by evidence from `since` on. */
export function meets(wanted: SkillLevel, held: Held | undefined, since: number): boolean {
  return held !== undefined && held.level >= wanted.level && held.evidenceAt >= since
}

/** How far the level reached goes towards the one wanted, at most 1. */
function levelFit(wanted: number, held: number): number {
  return Math.min(1, held / wanted)
}

/** Explains how what is held (by skill) meets the need at `at`, UTC ms. */
export function matchNeed(need: Need, held: ReadonlyMap<string, Held>, at: number): Match {
  const since = evidenceSince(need, at)
  const terms = (['must', 'nice'] as const).flatMap((kind) =>
    need[kind].map<Term>((wanted) => {
      const has = held.get(wanted.skill)
      const met = meets(wanted, has, since)
      return { kind, skill: wanted.skill, wanted: wanted.level, held: has, met }
    }),
  )
  const tally = (kind: Term['kind']) => {
    const own = terms.filter((term) => term.kind === kind)
    return { met: own.filter((term) => term.met).length, of: own.length }
  }
  const sum = terms.reduce((total, { kind, wanted, held }) => {
    return held ? total + weights[kind] * levelFit(wanted, held.level) * held.confidence : total
  }, 0)
  return { must: tally('must'), nice: tally('nice'), sum, terms }
}

/** Better matches first: musts met, then nices met, then the sum. */
export function compareMatches(a: Match, b: Match): number {
  return b.must.met - a.must.met || b.nice.met - a.nice.met || b.sum - a.sum
}

/**
 * The one must that a near miss lacks; undefined where none or more than one is missing. With a
 * single must, only someone who has a start in that skill is near.
 */
export function missingMust({ terms }: Match): Term | undefined {
  const musts = terms.filter(({ kind }) => kind === 'must')
  const missing = musts.filter(({ met }) => !met)
  if (missing.length !== 1) return
  return musts.length > 1 || missing[0]?.held ? missing[0] : undefined
}
