import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeResponse, keyResponse } from '#app/assessment/domain/grade.ts'
import { parseNumber } from '#app/assessment/domain/normalise.ts'
import { questionSamples } from '#app/assessment/domain/question.samples.ts'
import type { Response } from '#app/assessment/domain/response.ts'
import { fillVariant, questionProblems } from '#app/assessment/domain/variant.ts'

const seeds = fc.string({ maxLength: 12 })
const sampleOf = (id: string) => {
  const found = questionSamples.find((q) => q.id === id)
  if (!found) throw new Error(id)
  return found
}
const grade = (id: string, response: Response, seed = 'x') =>
  gradeResponse(fillVariant(sampleOf(id), seed), response, 'en')

test('the key is graded correct under every seed, with feedback', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questionSamples), seeds, (question, seed) => {
      const filled = fillVariant(question, seed)
      const graded = gradeResponse(filled, keyResponse(filled), 'en')
      expect(graded.correct).toBe(true)
      expect(graded.feedback.length).toBeGreaterThan(0)
      expect(JSON.stringify(filled)).not.toContain('{{')
    }),
  )
})

test('every variant is drawn by some seed, and the same one by the same seed', () => {
  const drawn = new Set(
    Array.from({ length: 60 }, (_, i) => fillVariant(sampleOf('count-rows'), `s${i}`).prompt.en),
  )
  expect(drawn).toEqual(
    new Set(['How many of 12 rows?', 'How many of 40 rows?', 'How many of 7 rows?']),
  )
})

describe('feedback names each way of being wrong', () => {
  test('single: the choice that was taken', () => {
    expect(grade('count-rows', { type: 'single', choice: 'wrong-two' })).toEqual({
      correct: false,
      feedback: [{ text: 'SECRET one', part: 'wrong-two', slip: 'mistaken' }],
      normalised: 'wrong-two',
    })
  })
  test('multiple: what was taken wrongly and what was left out, each with its choice', () => {
    const graded = grade('personal-data', { type: 'multiple', choices: ['c', 'a'] })
    expect(graded).toEqual({
      correct: false,
      feedback: [
        { text: 'SECRET b', part: 'b', slip: 'missed' },
        { text: 'SECRET c', part: 'c', slip: 'mistaken' },
      ],
      normalised: 'a,c',
    })
  })
  test('order: each misplaced step', () => {
    const order = ['first', 'third', 'second', 'fourth']
    expect(grade('steps', { type: 'order', order }).feedback).toMatchObject([
      { text: 'SECRET wrong' },
      { text: 'SECRET second', slip: 'misplaced' },
      { text: 'SECRET third', slip: 'misplaced' },
    ])
  })
  test('match: each wrong pair; right sides that read the same are interchangeable', () => {
    const pairs = { p1: 'p1', p2: 'p1', p3: 'd1' }
    expect(grade('pairs', { type: 'match', pairs }).feedback).toMatchObject([
      { text: 'SECRET wrong' },
      { text: 'SECRET p3', slip: 'mismatched' },
    ])
    expect(grade('pairs', { type: 'match', pairs: { ...pairs, p3: 'p3' } }).correct).toBe(true)
  })
  test('number and short: a known slip has its own words', () => {
    const filled = fillVariant(sampleOf('total'), 'x')
    const slip = filled.type === 'number' ? String(filled.wrong[0]?.answer) : ''
    expect(grade('total', { type: 'number', text: slip }).feedback).toEqual([
      { text: 'SECRET not added' },
    ])
    expect(grade('total', { type: 'number', text: '0' }).feedback).toEqual([
      { text: 'SECRET wrong' },
    ])
    expect(grade('keyword', { type: 'short', text: 'UNIQUE' }).feedback).toEqual([
      { text: 'SECRET unique' },
    ])
  })
})

test('short answers are compared after NFKC, lower case and collapsed spaces', () => {
  const graded = grade('keyword', { type: 'short', text: ' ＳＥＬＥＣＴ　 distinct ' })
  expect(graded).toMatchObject({ correct: true, normalised: 'select distinct' })
})

test.each([
  ['１，２００', 1_200],
  ['1,234,567.5', 1_234_567.5],
  ['３．５', 3.5],
  [' −4 ', -4],
  ['1 200元', 1_200],
  ['1200 Yuan', 1_200],
  ['.5', 0.5],
  ['12,00', null],
  ['1e3', null],
  ['0x10', null],
  ['元', null],
  ['-', null],
  ['一千', null],
])('the number in %s is %s', (text, value) => {
  expect(parseNumber(text, { 'zh-CN': '元', en: 'yuan' })).toBe(value)
})

test('a number within the tolerance is right, one beyond it is not', () => {
  const seed = Array.from({ length: 50 }, (_, i) => `s${i}`).find((s) => {
    const filled = fillVariant(sampleOf('total'), s)
    return filled.type === 'number' && filled.answer === 1_200
  })
  const graded = (text: string) => grade('total', { type: 'number', text }, seed)
  expect(graded('１，２００．５')).toMatchObject({ correct: true, normalised: '1200.5' })
  expect(graded('1200.51').correct).toBe(false)
})

test('problems that the schema cannot see are named for the author', () => {
  const question = sampleOf('count-rows')
  expect(questionSamples.flatMap(questionProblems)).toEqual([])
  expect(questionProblems({ ...question, variants: [{ n: 1 }, { m: 2 }] })).toEqual([
    'variant 2 has no value for {{n}}',
  ])
  if (question.type !== 'single') throw new Error('sample changed')
  const twice = question.choices.map((c) => ({ ...c, id: 'same', correct: true }))
  expect(questionProblems({ ...question, choices: twice })).toEqual([
    "id 'same' is used twice",
    "id 'same' is used twice",
    '3 right choices, not 1',
  ])
})
