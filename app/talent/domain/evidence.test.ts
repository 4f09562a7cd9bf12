import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  agedStrength,
  derivePersonSkills,
  type Evidence,
  evidenceKinds,
  fadeStep,
  mayHaveFaded,
  type Revocation,
  startingStrength,
} from '#app/talent/domain/evidence.ts'

const month = 2_629_800_000
const now = 1_800_000_000_000
const skills = ['sql-query', 'web-testing']
const offensiveSkills = new Set(['web-testing'])

const oneOf = fc.record({
  skill: fc.constantFrom(...skills),
  level: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom(...evidenceKinds),
  diagnostic: fc.boolean(),
  at: fc.integer({ min: now - 60 * month, max: now + month }),
  expiresAt: fc.option(fc.integer({ min: now - month, max: now + 24 * month }), { nil: undefined }),
})
const anyEvidence = fc
  .array(oneOf, { maxLength: 12 })
  .map((list) =>
    list.map(
      (e, i): Evidence => ({ ...e, id: `e${i}`, strength: startingStrength(e.kind, e.diagnostic) }),
    ),
  )

const derive = (evidence: Evidence[], asOf = now, revocations: Revocation[] = []) =>
  derivePersonSkills(evidence, asOf, { revocations, offensiveSkills })

function evidence(level: number, kind: Evidence['kind'], monthsAgo: number, more = {}): Evidence {
  const at = now - monthsAgo * month
  const strength = startingStrength(kind, false)
  const id = `${kind}-${level}-${monthsAgo}`
  return { id, skill: 'sql-query', level, kind, strength, diagnostic: false, at, ...more }
}

test('the formula, worked by hand', () => {
  // 1 − (1 − 0.7)(1 − 0.4 · 2^(−12/24)) = 1 − 0.3 · 0.717157… = 0.784853…
  const [skill] = derive([evidence(2, 'unsupervised-lab', 0), evidence(3, 'completed-module', 12)])
  expect(skill).toMatchObject({ skill: 'sql-query', level: 2, latestAt: now })
  expect(skill?.confidence).toBeCloseTo(1 - 0.3 * (1 - 0.4 * Math.SQRT1_2), 12)
})

test('the highest level that reaches one half is held, not the best proven one', () => {
  const [skill] = derive([evidence(4, 'attestation', 0), evidence(1, 'supervised-test', 0)])
  expect(skill).toMatchObject({ level: 4, confidence: 0.6 })
})

test('one claim or one module is not enough; two modules are', () => {
  expect(derive([evidence(2, 'own-claim', 0)])).toEqual([])
  expect(derive([evidence(2, 'completed-module', 0)])).toEqual([])
  const two = [evidence(2, 'completed-module', 0), evidence(2, 'completed-module', 0.001)]
  expect(derive(two)[0]?.level).toBe(2)
})

test('a supervised test counts half at 24 months, at 12 for an offensive skill', () => {
  expect(agedStrength(1, 24 * month, false)).toBe(0.5)
  expect(agedStrength(1, 12 * month, true)).toBe(0.5)
  expect(derive([evidence(3, 'supervised-test', 24)])).toHaveLength(1)
  expect(derive([evidence(3, 'supervised-test', 24.01)])).toEqual([])
  const offensive = { skill: 'web-testing' }
  expect(derive([evidence(3, 'supervised-test', 12, offensive)])).toHaveLength(1)
  expect(derive([evidence(3, 'supervised-test', 12.01, offensive)])).toEqual([])
})

test('a diagnostic test counts 0.4, and what rests on such alone is labelled', () => {
  expect(startingStrength('supervised-test', true)).toBe(0.4)
  expect(startingStrength('unsupervised-lab', true)).toBe(0.7)
  const diagnostic = { strength: 0.4, diagnostic: true }
  const two = [
    evidence(2, 'unsupervised-test', 0, diagnostic),
    evidence(2, 'supervised-test', 1, diagnostic),
  ]
  expect(derive(two)[0]).toMatchObject({ level: 2, diagnostic: true })
  expect(derive([...two, evidence(2, 'own-claim', 0)])[0]?.diagnostic).toBe(false)
})

test('evidence counts from its time until the moment it expires', () => {
  const one = evidence(2, 'supervised-test', 0, { expiresAt: now + 10 })
  expect(derive([one], now - 1)).toEqual([])
  expect(derive([one], now + 9)).toHaveLength(1)
  expect(derive([one], now + 10)).toEqual([])
})

test('rebuilding gives the same rows, in whatever order evidence is read', () => {
  fc.assert(
    fc.property(
      anyEvidence.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(derive(shuffled)).toEqual(derive(all))
      },
    ),
  )
})

test('more evidence never lowers a level, nor the confidence of the same level', () => {
  fc.assert(
    fc.property(anyEvidence, (all) => {
      for (const before of derive(all.slice(1))) {
        const after = derive(all).find((s) => s.skill === before.skill)
        expect(after?.level).toBeGreaterThanOrEqual(before.level)
        if (after?.level === before.level)
          expect(after.confidence).toBeGreaterThanOrEqual(before.confidence - 1e-12)
      }
    }),
  )
})

test('without new evidence time only lowers', () => {
  fc.assert(
    fc.property(anyEvidence, fc.integer({ min: 0, max: 48 }), (all, months) => {
      const past = all.filter((e) => e.at <= now)
      const before = derive(past)
      for (const after of derive(past, now + months * month)) {
        const then = before.find((s) => s.skill === after.skill)
        expect(after.level).toBeLessThanOrEqual(then?.level ?? 0)
        if (after.level === then?.level)
          expect(after.confidence).toBeLessThanOrEqual(then.confidence + 1e-12)
      }
    }),
  )
})

test('revoked evidence equals absent evidence, from the moment of revocation', () => {
  fc.assert(
    fc.property(
      anyEvidence.filter((all) => all.length > 0),
      ([first, ...rest]) => {
        const all = first ? [first, ...rest] : rest
        const revocation = { revokes: first?.id ?? '', at: now }
        expect(derive(all, now, [revocation])).toEqual(derive(rest))
        expect(derive(all, now - 1, [revocation])).toEqual(derive(all, now - 1))
      },
    ),
  )
})

test('what may not have faded has kept its level, and its confidence to a hundredth', () => {
  const days = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(anyEvidence, days, (all, later) => {
      const lasting = all.map(({ expiresAt: _, ...e }) => e).filter((e) => e.at <= now)
      const at = now + later * 86_400_000
      for (const before of derive(lasting)) {
        if (mayHaveFaded({ confidence: before.confidence, asOf: now }, at)) continue
        const after = derive(lasting, at).find((s) => s.skill === before.skill)
        expect(after?.level).toBe(before.level)
        expect(before.confidence - (after?.confidence ?? 0)).toBeLessThan(fadeStep)
      }
    }),
    { numRuns: 500 },
  )
})

test('what was just derived, or derived later, has not faded', () => {
  const just = { confidence: 0.5, asOf: now }
  expect(mayHaveFaded(just, now)).toBe(false)
  expect(mayHaveFaded(just, now - 3_600_000)).toBe(false)
  expect(mayHaveFaded(just, now + 1)).toBe(true)
})
