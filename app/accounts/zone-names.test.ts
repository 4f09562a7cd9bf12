import { afterEach, describe, expect, it, vi } from 'vitest'
import { zoneName } from '#app/shared/i18n/format.ts'
import { timeZones } from './domain/time-zones.ts'

afterEach(() => vi.useRealTimers())

function at(month: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, month - 1, 22) })
}

describe('the name of a zone', () => {
  it.each([1, 7, 11])('is one that people say, in month %s', (month) => {
    at(month)
    for (const zone of timeZones) expect(zoneName(zone), zone).not.toMatch(/[+-]\d/)
  })

  it('is that of the present moment', () => {
    at(11)
    expect(zoneName('Europe/London')).toBe('格林尼治标准时间')
    at(7)
    expect(zoneName('Europe/London')).toBe('英国夏令时间')
    expect(zoneName('Asia/Urumqi')).toBe('乌鲁木齐时间')
    expect(zoneName('Asia/Shanghai')).toBe('北京时间')
  })
})
