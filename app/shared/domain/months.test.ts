import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from './months.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const moments = fc.integer({ min: utc('2000-01-01T00:00'), max: utc('2100-01-01T00:00') })
const spans = fc.integer({ min: 0, max: 600 })

describe('months of the calendar', () => {
  it.each([
    ['2026-11-28T09:30', 1, '2026-12-28T09:30'],
    ['2026-11-28T09:30', -36, '2023-11-28T09:30'],
    ['2027-01-31T23:59', 1, '2027-02-28T23:59'],
    ['2028-03-31T00:00', -1, '2028-02-29T00:00'],
    ['2028-02-29T12:00', 12, '2029-02-28T12:00'],
    ['2026-12-31T12:00', -12, '2025-12-31T12:00'],
  ])('from %s by %i is %s', (from, months, to) => {
    expect(addMonths(utc(from), months)).toBe(utc(to))
  })

  it('lands in the month that is so many away, on the same day or its last', () => {
    fc.assert(
      fc.property(moments, spans, fc.boolean(), (at, span, back) => {
        const months = back ? 0 - span : span
        const [from, to] = [new Date(at), new Date(addMonths(at, months))]
        const index = (day: Date) => day.getUTCFullYear() * 12 + day.getUTCMonth()
        expect(index(to) - index(from)).toBe(months)
        expect(to.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate())
        if (to.getUTCDate() < from.getUTCDate()) {
          expect(new Date(to.getTime() + 86_400_000).getUTCDate()).toBe(1)
        }
        expect(Math.abs((to.getTime() - at) % 86_400_000)).toBe(0)
      }),
    )
  })

  it('keeps the order of moments in different months', () => {
    fc.assert(
      fc.property(moments, moments, spans, (a, b, months) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        if (new Date(first).getUTCMonth() === new Date(last).getUTCMonth()) return
        expect(addMonths(first, -months)).toBeLessThanOrEqual(addMonths(last, -months))
      }),
    )
  })
})
