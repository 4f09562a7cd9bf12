import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastShown, showCount } from './suppression.ts'

test('outside the own unit the same is shown for none and for four', () => {
  for (const count of [0, 1, 4]) expect(showCount(count, false)).toEqual({ kind: 'too-few' })
  expect(showCount(5, false)).toEqual({ kind: 'about', count: 5 })
  expect(showCount(23, false)).toEqual({ kind: 'about', count: 25 })
})

test('within the own unit the figure is the figure', () => {
  expect(showCount(1, true)).toEqual({ kind: 'exact', count: 1 })
})

test('a shown count is a multiple of five, within two of the truth, and never falls as people join', () => {
  fc.assert(
    fc.property(fc.integer({ min: leastShown, max: 1_000_000 }), (count) => {
      const shown = showCount(count, false)
      if (shown.kind !== 'about') throw new Error('not shown')
      expect(shown.count % 5).toBe(0)
      expect(Math.abs(shown.count - count)).toBeLessThanOrEqual(2)
      const next = showCount(count + 1, false)
      expect(next.kind === 'about' && next.count >= shown.count).toBe(true)
    }),
  )
})
