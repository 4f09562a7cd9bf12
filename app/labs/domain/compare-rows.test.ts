import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRows } from '#app/labs/domain/compare-rows.ts'
import type { Cell, Table } from '#app/labs/domain/run.ts'

const anyOrder = { order: 'any', names: false } as const
const strict = { order: 'strict', names: false } as const
const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', '1', 'a'),
  fc.constant({ blob: '00ff' }),
  fc.constant({ number: '9007199254740993' }),
)
const rows = fc.array(fc.tuple(cells, cells), { maxLength: 8 })
const of = (list: Cell[][], columns = ['a', 'b']): Table => ({ columns, rows: list })

test('a result equals itself, and shuffled it equals itself as a bag', () => {
  fc.assert(
    fc.property(
      rows.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(compareRows(of(list), of(list), strict)).toBeNull()
        expect(compareRows(of(list), of(shuffled), anyOrder)).toBeNull()
        const difference = compareRows(of(list), of(shuffled), strict)
        expect(difference).toEqual(
          JSON.stringify(list) === JSON.stringify(shuffled)
            ? null
            : { missing: 0, extra: 0, wrongOrder: true, wrongColumns: null },
        )
      },
    ),
  )
})

test('rows left out are missing and rows put in are extra, duplicates counted', () => {
  fc.assert(
    fc.property(rows, rows, (common, added) => {
      const short = of(common)
      const long = of([...common, ...added])
      const none = { wrongOrder: false, wrongColumns: null }
      const expected = added.length === 0 ? null : { missing: added.length, extra: 0, ...none }
      expect(compareRows(long, short, anyOrder)).toEqual(expected)
      expect(compareRows(short, long, anyOrder)).toEqual(
        added.length === 0 ? null : { missing: 0, extra: added.length, ...none },
      )
    }),
  )
})

test.each([
  ['a whole number and its decimal', 1, 1.0, true],
  ['zero and minus zero', 0, -0, true],
  ['sums taken in another order', 0.1 + 0.2, 0.3, true],
  ['fractions that differ', 0.3, 0.300001, false],
  ['large whole numbers', 9007199254740990, 9007199254740991, false],
  ['beyond 2⁵³', { number: '9007199254740993' }, { number: '9007199254740994' }, false],
  ['a number and its text', 1, '1', false],
  ['null and empty text', null, '', false],
  ['null and null', null, null, true],
  ['text with a space', 'a', 'a ', false],
  ['text in another case', 'a', 'A', false],
  ['a blob and its hexadecimal', { blob: '61' }, '61', false],
] as [string, Cell, Cell, boolean][])('%s', (_name, a, b, same) => {
  expect(compareRows(of([[a]]), of([[b]]), strict) === null).toBe(same)
})

test('cells do not run into each other', () => {
  expect(compareRows(of([['a', 'b']]), of([['a","text:b', null]]), anyOrder)).not.toBeNull()
})

test('columns are compared by number always, by name when the lab says so', () => {
  const one = of([[1, 2]], ['town', 'total'])
  expect(compareRows(one, of([[1]], ['town']), anyOrder)?.wrongColumns).toBe('count')
  expect(compareRows(one, of([[1, 2]], ['x', 'y']), anyOrder)).toBeNull()
  const named = { order: 'any', names: true } as const
  expect(compareRows(one, of([[1, 2]], ['x', 'y']), named)?.wrongColumns).toBe('names')
  expect(compareRows(one, of([[1, 2]], ['Town', 'TOTAL']), named)).toBeNull()
  expect(compareRows(of([], ['a', 'b']), of([], ['a']), anyOrder)?.wrongColumns).toBe('count')
})
