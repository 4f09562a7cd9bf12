import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMatches, type Held, matchNeed, missingMust } from './match.ts'
import { emptyNeed, evidenceSince, type Need } from './need.ts'

const now = Date.UTC(2026, 10, 22)
const held = (level: number, confidence = 1, evidenceAt = now): Held => ({
  level,
  confidence,
  evidenceAt,
})
const need: Need = {
  ...emptyNeed,
  must: [
    { skill: 'data-sql', level: 3 },
    { skill: 'data-quality', level: 2 },
  ],
  nice: [{ skill: 'open-data', level: 2 }],
}
const match = (skills: Record<string, Held>, asked = need) =>
  matchNeed(asked, new Map(Object.entries(skills)), now)

describe('matchNeed', () => {
  it('counts what is met and sums weight × fit × confidence', () => {
    const found = match({
      'data-sql': held(4, 0.9),
      'data-quality': held(1, 0.8),
      'open-data': held(2, 0.5),
    })
    expect(found.must).toEqual({ met: 1, of: 2 })
    expect(found.nice).toEqual({ met: 1, of: 1 })
    expect(found.sum).toBeCloseTo(2 * 0.9 + 2 * 0.5 * 0.8 + 0.5)
  })

  it('takes evidence that is too old for no evidence of the level', () => {
    const recent = { ...need, evidenceMonths: 12 }
    const old = evidenceSince(recent, now) - 1
    const found = match(
      { 'data-sql': held(3, 1, old), 'data-quality': held(2, 1, old + 1) },
      recent,
    )
    expect(found.terms.map(({ met }) => met)).toEqual([false, true, false])
  })

  it('puts musts before nices before the sum', () => {
    const all = match({ 'data-sql': held(3, 0.5), 'data-quality': held(2, 0.5) })
    const nicer = match({ 'data-sql': held(3), 'open-data': held(2) })
    const plain = match({ 'data-sql': held(3), 'data-quality': held(1) })
    expect([plain, nicer, all].sort(compareMatches)).toEqual([all, nicer, plain])
  })

  it('never ranks a person lower for holding more', () => {
    const skills = ['data-sql', 'data-quality', 'open-data'] as const
    const some = fc.record({
      level: fc.integer({ min: 1, max: 3 }),
      confidence: fc.double({ min: 0.5, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...skills), some),
        fc.constantFrom(...skills),
        (levels, skill) => {
          const before = Object.fromEntries(
            Object.entries(levels).map(([code, { level, confidence }]) => [
              code,
              held(level, confidence),
            ]),
          )
          const more = { ...before, [skill]: held((before[skill]?.level ?? 0) + 1, 1) }
          expect(compareMatches(match(more), match(before))).toBeLessThanOrEqual(0)
        },
      ),
    )
  })
})

describe('missingMust', () => {
  it('names the one that is missing, and only when it is one', () => {
    expect(missingMust(match({ 'data-sql': held(3) }))?.skill).toBe('data-quality')
    expect(missingMust(match({ 'data-sql': held(3), 'data-quality': held(2) }))).toBeUndefined()
    expect(missingMust(match({ 'open-data': held(2) }))).toBeUndefined()
  })

  it('with a single must, asks for a start in that skill', () => {
    const one = { ...need, must: [{ skill: 'data-sql', level: 3 }] }
    expect(missingMust(match({ 'open-data': held(4) }, one))).toBeUndefined()
    expect(missingMust(match({ 'data-sql': held(2) }, one))?.wanted).toBe(3)
  })
})
