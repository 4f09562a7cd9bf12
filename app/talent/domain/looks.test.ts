import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accessKinds } from './kinds.ts'
import { gatherLooks, type Look } from './looks.ts'

const minute = 60_000
const look = (at: number, change: Partial<Look> = {}): Look => ({
  ...{ kind: 'listed', purpose: '专班', viewerUnitId: 'a', at },
  ...change,
})

test('the same again within the hour is one line, anything else a line of its own', () => {
  const lines = gatherLooks([
    look(200 * minute),
    look(150 * minute),
    look(100 * minute),
    look(99 * minute, { kind: 'viewed' }),
    look(98 * minute, { purpose: '借调' }),
    look(97 * minute, { viewerUnitId: 'b' }),
    look(0),
  ])
  expect(lines.map(({ at, times }) => [at / minute, times])).toEqual([
    [200, 3],
    [99, 1],
    [98, 1],
    [97, 1],
    [0, 1],
  ])
})

test('no look is lost, and each line stands at its newest', () => {
  const any = fc.record({
    kind: fc.constantFrom(...accessKinds),
    purpose: fc.constantFrom('x', 'y'),
    viewerUnitId: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: 0, max: 600 * minute }),
  })
  fc.assert(
    fc.property(fc.array(any), (looks) => {
      const newestFirst = [...looks].sort((a, b) => b.at - a.at)
      const lines = gatherLooks(newestFirst)
      expect(lines.reduce((sum, { times }) => sum + times, 0)).toBe(looks.length)
      expect(lines.map(({ at }) => at)).toEqual(
        [...lines.map(({ at }) => at)].sort((a, b) => b - a),
      )
    }),
  )
})
