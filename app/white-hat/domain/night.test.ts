import { expect, test } from 'vitest'
import { isPoolDue } from './night.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

test('the pool is written once a night, however often the server starts', () => {
  const night = at('2026-11-26T03:02')
  expect(isPoolDue(night, at('2026-11-26T09:00'))).toBe(false)
  expect(isPoolDue(night, at('2026-11-27T02:59'))).toBe(false)
  expect(isPoolDue(night, at('2026-11-27T03:00'))).toBe(true)
})

test('a night that was missed is made up for, and does not shift the next', () => {
  const late = at('2026-11-26T11:30')
  expect(isPoolDue(at('2026-11-24T03:00'), late)).toBe(true)
  expect(isPoolDue(late, at('2026-11-26T18:00'))).toBe(false)
  expect(isPoolDue(late, at('2026-11-27T03:00'))).toBe(true)
})

test('a pool that was never written is due', () => {
  expect(isPoolDue(undefined, at('2026-11-26T12:00'))).toBe(true)
})
