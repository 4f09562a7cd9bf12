import { describe, expect, it } from 'vitest'
import { dayBounds } from './day.ts'

const hour = 3_600_000

describe('the bounds of a day', () => {
  it('are those of the zone it is a day in', () => {
    expect(dayBounds('2026-11-22', 'Asia/Shanghai')).toEqual({
      from: Date.parse('2026-11-21T16:00:00Z'),
      to: Date.parse('2026-11-22T16:00:00Z'),
    })
  })

  it('hold 23 and 25 hours where clocks change', () => {
    const length = (day: string) => {
      const bounds = dayBounds(day, 'Europe/London')
      return bounds && (bounds.to - bounds.from) / hour
    }
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-06-01')]).toEqual([23, 25, 24])
  })

  it.each(['', '2026-02-30', '22.11.2026', '2026-11-22T00:00'])('refuse %j', (text) => {
    expect(dayBounds(text, 'Asia/Shanghai')).toBeUndefined()
  })
})
