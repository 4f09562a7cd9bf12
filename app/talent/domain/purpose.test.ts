import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isLegible, purposeLength, purposeProblem, readPurpose } from './purpose.ts'

const read = (purpose: string) => readPurpose(new URLSearchParams({ purpose }))

describe('a purpose that will not do', () => {
  const problem = (purpose: string) => purposeProblem(new URLSearchParams({ purpose }))

  it('is said to be too short or too long, whichever it is', () => {
    expect([problem('专班'), problem('')]).toEqual(['too-short', 'too-short'])
    expect(problem('长'.repeat(purposeLength.most + 1))).toBe('too-long')
    expect(problem('长'.repeat(purposeLength.most))).toBeUndefined()
  })
})

test('a purpose is what is written, without the space around it', () => {
  expect(read('  应急专班组建 ')).toBe('应急专班组建')
  expect(read('Form a task-force (3 months)')).toBe('Form a task-force (3 months)')
  expect(read('𠮷𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷𠮷')
})

test.each([
  ['too short', 'x', '三个字', '😀😀😀😀'],
  [
    'nothing but marks or blanks',
    '....',
    '\u2800\u2800\u2800\u2800',
    '\u3164\u3164\u3164\u3164',
    '\u115f\uffa0\u3164\u2800',
  ],
  [
    'zero-width',
    '\u200b\u200b\u200b\u200b',
    '应急专班\u200b组建',
    '\ufeff应急专班'.padEnd(9, '\u200d'),
  ],
  ['direction', '\u202ex', '\u202e应急专班组建', '应急\u2066专班组建'],
  ['control', '\0\0\0\0', '应急\0专班', '应急专班\n另起一行', '应急\u2028专班'],
  ['too long', '应'.repeat(purposeLength.most + 1)],
])('none is %s', (_, ...texts) => {
  for (const text of texts) expect(read(text), JSON.stringify(text)).toBeUndefined()
})

test('whatever is taken has four letters or digits, and hides nothing', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('应', 'a', '7', '.', ' ', '\u200b', '\u202e', '\0', '\u3164', '\u0301'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  })
  fc.assert(
    fc.property(text, (purpose) => {
      const taken = read(purpose)
      if (taken === undefined) return
      expect(
        [...taken].filter((one) => /[\p{L}\p{N}]/u.test(one.normalize('NFKC'))).length,
      ).toBeGreaterThan(0)
      expect(taken).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      const seen = taken
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '')
      expect([...seen].length).toBeGreaterThanOrEqual(purposeLength.least)
    }),
    { numRuns: 500 },
  )
})

test('letters stay legible whatever stands beside them that is seen', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ .,!?，。、（）-]{0,9}$/), (marks) => {
      expect(isLegible(`${marks}应急专班${marks}`)).toBe(true)
    }),
  )
})
