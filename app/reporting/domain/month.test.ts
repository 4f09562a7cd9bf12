import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthOf, readMonth, readReportMonth } from './month.ts'

describe('readMonth', () => {
  it('begins and ends at local midnight', () => {
    const november = readMonth('2026-11', 'Asia/Shanghai')
    expect(november).toEqual({
      ok: true,
      value: {
        name: '2026-11',
        from: Date.parse('2026-11-01T00:00:00+08:00'),
        until: Date.parse('2026-12-01T00:00:00+08:00'),
      },
    })
  })

  it.each(['2026-13', '2026-1', '26-11', '', '2026-11-01'])('refuses %j', (name) => {
    expect(readMonth(name, 'Asia/Shanghai')).toEqual({ ok: false, error: 'not-a-month' })
  })

  it('puts every moment into exactly the month it is in, clock changes included', () => {
    const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC')
    fc.assert(
      fc.property(moments, zones, (at, zone) => {
        const month = readMonth(monthOf(at, zone), zone)
        expect(month.ok && month.value.from <= at && at < month.value.until).toBe(true)
      }),
    )
  })
})

describe('readReportMonth', () => {
  const at = (time: string) => Date.parse(`2026-11-${time}+08:00`)
  const read = (name: string, now: number) => {
    const month = readReportMonth(name, 'Asia/Shanghai', now)
    return month.ok ? month.value.over : month.error
  }

  it('takes the month that has begun, at its first moment, and those before it', () => {
    expect(read('2026-11', at('01T00:00:00'))).toBe(false)
    expect(read('2026-10', at('01T00:00:00'))).toBe(true)
    expect(read('2026-10', at('01T00:00:00') - 1)).toBe(false)
  })

  it('refuses a month that has not begun, and what is no month', () => {
    expect(read('2026-12', at('30T23:59:59'))).toBe('future')
    expect(read('abc', at('22T12:00:00'))).toBe('not-a-month')
  })
})
