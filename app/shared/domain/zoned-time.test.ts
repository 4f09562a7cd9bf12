import { expect, it } from 'vitest'
import { endOfDay } from './zoned-time.ts'

it('ends a day where its own midnight is, also when the clocks change', () => {
  expect(endOfDay('2026-12-31', 'Asia/Shanghai')).toBe(Date.UTC(2026, 11, 31, 16) - 1)
  expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 23) - 1)
  expect(endOfDay('2028-02-29', 'UTC')).toBe(Date.UTC(2028, 2, 1) - 1)
})

it.each([
  '',
  '2026-2-3',
  '2026-02-30',
  '2027-02-29',
  '2026-13-01',
  '2026-00-10',
  '1999-01-01',
  'tomorrow',
])('knows no day %s', (text) => {
  expect(endOfDay(text, 'Asia/Shanghai')).toBeUndefined()
})
