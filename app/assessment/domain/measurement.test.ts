import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attainedLevel,
  describeLevel,
  levelProbabilities,
  measurementModel,
  parametersForLevel,
  posterior,
  summariseAspects,
} from '#app/assessment/domain/measurement.ts'

function rows(file: string): Record<string, string>[] {
  const path = new URL(`../../../tests/reference/irt/${file}`, import.meta.url)
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const names = head?.split(',') ?? []
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])),
  )
}

const answered = fc.array(
  fc.record({ level: fc.integer({ min: 1, max: 4 }), correct: fc.boolean() }),
  { maxLength: 40 },
)
const abilityOf = (answers: { level: number; correct: boolean }[]) =>
  posterior(answers.map(({ level, correct }) => ({ item: parametersForLevel(level), correct })))

describe('EAP and posterior SD equal what catR gives for LSAT6', () => {
  test.each(['2PL', '1PL_common_a'])('%s, all 32 patterns', (model) => {
    const items = rows('lsat6_item_parameters.csv')
      .filter((r) => r.engine === 'own401pt_logit' && r.model === model)
      .map((r) => ({ slope: Number(r.a), difficulty: Number(r.b) }))
    const expected = rows('lsat6_theta_all_patterns.csv').filter((r) => r.model === model)
    expect([items.length, expected.length]).toEqual([5, 32])
    for (const row of expected) {
      const answers = items.map((item, i) => ({ item, correct: row.pattern?.[i] === '1' }))
      const { eap, sd } = posterior(answers)
      expect(Math.abs(eap - Number(row.EAP))).toBeLessThan(1e-4)
      expect(Math.abs(sd - Number(row.EAP_sd))).toBeLessThan(1e-4)
    }
  })
})

test('without answers ability is the prior, and the levels are its areas', () => {
  const prior = posterior([])
  expect(prior.eap).toBeCloseTo(0, 10)
  expect(prior.sd).toBeCloseTo(1, 5)
  // Φ(−1) = 0.158655 and Φ(0) − Φ(−1) = 0.341345 (tables of the normal distribution).
  const areas = [0.158655, 0.341345, 0.341345, 0.158655]
  for (const [i, p] of levelProbabilities(prior).entries()) expect(p).toBeCloseTo(areas[i] ?? 0, 3)
  expect(describeLevel(prior)).toMatchObject({ from: 1, to: 3 })
  expect(attainedLevel(prior)).toBe(2)
})

test('level probabilities sum to 1, however long or extreme the test', () => {
  fc.assert(
    fc.property(answered, (answers) => {
      const ability = abilityOf(answers)
      const levels = levelProbabilities(ability)
      expect(levels.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
      expect(Math.min(...levels)).toBeGreaterThanOrEqual(-1e-12)
      expect(Number.isFinite(ability.eap) && ability.sd > 0).toBe(true)
    }),
  )
  expect(abilityOf(Array(2_000).fill({ level: 4, correct: true })).eap).toBeGreaterThan(4)
})

test('a right answer never lowers the estimate, and order does not matter', () => {
  fc.assert(
    fc.property(answered, fc.integer({ min: 1, max: 4 }), (answers, level) => {
      const before = abilityOf(answers)
      expect(abilityOf([...answers, { level, correct: true }]).eap).toBeGreaterThan(before.eap)
      expect(abilityOf([...answers, { level, correct: false }]).eap).toBeLessThan(before.eap)
      expect(abilityOf([...answers].reverse()).eap).toBeCloseTo(before.eap, 9)
    }),
  )
})

test('a statement is as sure as the model asks, and no shorter one would be', () => {
  fc.assert(
    fc.property(answered, (answers) => {
      const ability = abilityOf(answers)
      const levels = levelProbabilities(ability)
      const { from, to, probability } = describeLevel(ability)
      expect(probability).toBeGreaterThanOrEqual(measurementModel.certainty)
      const width = to - from
      for (let i = 0; width > 0 && i + width <= 4; i++) {
        const shorter = levels.slice(i, i + width).reduce((sum, p) => sum + p, 0)
        expect(shorter).toBeLessThan(measurementModel.certainty)
      }
      expect(attainedLevel(ability)).toBeLessThanOrEqual(to)
    }),
  )
})

test('all right on twenty items attains a high level, all wrong attains level 1', () => {
  const form = [1, 2, 3, 4].flatMap((level) => Array(5).fill(level) as number[])
  const all = (correct: boolean) => abilityOf(form.map((level) => ({ level, correct })))
  expect(describeLevel(all(true))).toMatchObject({ from: 4, to: 4 })
  expect(attainedLevel(all(true))).toBe(4)
  expect(describeLevel(all(false))).toMatchObject({ from: 1, to: 1 })
  expect(attainedLevel(all(false))).toBe(1)
})

test('fewer than three answers of an aspect give no judgement on it', () => {
  const of = (aspect: string, ...marks: boolean[]) => marks.map((correct) => ({ aspect, correct }))
  expect(
    summariseAspects([...of('joins', true, false), ...of('nulls', true, true, false)]),
  ).toEqual([
    { aspect: 'joins', right: 1, total: 2, judged: false },
    { aspect: 'nulls', right: 2, total: 3, judged: true },
  ])
})
