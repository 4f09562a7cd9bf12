import { describe, expect, it } from 'vitest'
import {
  credibleInterval,
  measurementModel,
  parametersForLevel,
  posterior,
} from '#app/assessment/domain/measurement.ts'
import {
  aspectVerdict,
  isBelowRecord,
  likeliestLevel,
  scoreAttempt,
} from '#app/assessment/domain/result.ts'

/** Fifteen answers, levels in turn; those up to `reach` right. */
const answers = (reach: number) =>
  Array.from({ length: 15 }, (_, i) => ({
    item: parametersForLevel((i % 4) + 1),
    aspect: i < 13 ? 'joins' : 'nulls',
    correct: (i % 4) + 1 <= reach,
  }))

describe('the result of an attempt', () => {
  it('holds the versions it was worked out by and the probabilities of all levels', () => {
    const result = scoreAttempt(answers(3))
    expect(result.model).toBe(measurementModel.version)
    expect(result.rules).toBe('2026-11')
    expect(result.questions).toBe(15)
    expect(result.levels.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
    expect(result.interval.from).toBeLessThan(result.eap)
    expect(result.interval.to).toBeGreaterThan(result.eap)
  })

  it('rises with what was answered right', () => {
    const attained = [0, 1, 2, 3, 4].map((reach) => scoreAttempt(answers(reach)).attained)
    expect(attained).toEqual([...attained].sort())
    expect(attained[0]).toBe(1)
    expect(attained[4]).toBe(4)
  })

  it('judges an aspect from three answers only', () => {
    const [joins, nulls] = scoreAttempt(answers(4)).aspects
    expect(joins && aspectVerdict(joins)).toBe('steady')
    expect(nulls && aspectVerdict(nulls)).toBe('too-few')
    expect(aspectVerdict({ aspect: 'a', right: 2, total: 3, judged: true })).toBe('study')
    expect(aspectVerdict({ aspect: 'a', right: 3, total: 4, judged: true })).toBe('steady')
  })
})

it('spans four fifths of the prior as a normal table says', () => {
  // Φ(1.2816) = 0.9; nodes are 0.05 apart.
  const { from, to } = credibleInterval(posterior([]))
  expect(Math.abs(from + 1.2816)).toBeLessThan(0.05)
  expect(Math.abs(to - 1.2816)).toBeLessThan(0.05)
})

it('names the most probable level', () => {
  expect(likeliestLevel([0.1, 0.2, 0.6, 0.1])).toEqual({ level: 3, probability: 0.6 })
})

it('is below the record when every level it names is', () => {
  expect(isBelowRecord({ to: 2 }, { level: 3 })).toBe(true)
  expect(isBelowRecord({ to: 3 }, { level: 3 })).toBe(false)
  expect(isBelowRecord({ to: 1 }, null)).toBe(false)
})
