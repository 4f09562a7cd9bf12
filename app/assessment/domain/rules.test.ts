import { describe, expect, it } from 'vitest'
import {
  attemptState,
  closesAt,
  formSize,
  nextOpen,
  retakeFrom,
} from '#app/assessment/domain/rules.ts'

const day = 86_400_000
const at = Date.UTC(2026, 10, 1)

describe('an attempt', () => {
  it('is open for seven days to the millisecond', () => {
    const begun = { startedAt: at, finishedAt: null }
    expect(closesAt(at)).toBe(at + 7 * day)
    expect(attemptState(begun, at)).toBe('open')
    expect(attemptState(begun, at + 7 * day - 1)).toBe('open')
    expect(attemptState(begun, at + 7 * day)).toBe('expired')
  })

  it('stays finished however long ago that was', () => {
    expect(attemptState({ startedAt: at, finishedAt: at + day }, at + 900 * day)).toBe('finished')
  })
})

describe('taking it again', () => {
  it('waits seven days from the last finished attempt, whatever the order of the list', () => {
    const earlier = [
      { startedAt: at, finishedAt: at + 2 * day },
      { startedAt: at + 20 * day, finishedAt: at + 21 * day },
      { startedAt: at + 40 * day, finishedAt: null },
      { startedAt: at + 10 * day, finishedAt: at + 11 * day },
    ]
    expect(retakeFrom(earlier)).toBe(at + 28 * day)
  })

  it('needs no wait when nothing was finished', () => {
    expect(retakeFrom([])).toBeNull()
    expect(retakeFrom([{ startedAt: at, finishedAt: null }])).toBeNull()
  })
})

it('asks a whole bank when it is smaller than a form', () => {
  expect(formSize(50)).toEqual({ questions: 15, minutes: 30 })
  expect(formSize(6)).toEqual({ questions: 6, minutes: 12 })
})

it('goes on behind the place just answered, and comes back to what was passed over', () => {
  const form = ['a', 'b', 'c', 'd']
  expect(nextOpen({ form, answered: [] })).toBe(1)
  expect(nextOpen({ form, answered: [1, 3] }, 3)).toBe(4)
  expect(nextOpen({ form, answered: [1, 3, 4] }, 4)).toBe(2)
  expect(nextOpen({ form, answered: [4, 2, 3, 1] }, 4)).toBeUndefined()
})
