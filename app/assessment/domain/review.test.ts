import { expect, test } from 'vitest'
import { fillVariant } from '#app/assessment/domain/variant.ts'
import { keyResponse } from './grade.ts'
import { presentQuestion } from './present.ts'
import { questionSamples } from './question.samples.ts'
import type { Response } from './response.ts'
import { reviewAnswer } from './review.ts'

const sample = (id: string) => {
  const found = questionSamples.find((question) => question.id === id)
  if (!found) throw new Error(id)
  return found
}
const review = (id: string, response: Response, seed = 's1') =>
  reviewAnswer(sample(id), seed, response, 'en')

test('an answered question is the one that was shown, with the answer as it was given', () => {
  for (const seed of ['a', 'b', 'c']) {
    const shown = presentQuestion(sample('count-rows'), seed, 'en')
    const read = review('count-rows', { type: 'single', choice: 'wrong-one' }, seed)
    expect(read.prompt).toBe(shown.prompt)
    expect(read.parts.map(({ key, text }) => ({ key, text }))).toEqual(
      'choices' in shown && shown.choices,
    )
    expect(read.parts.filter(({ mine }) => mine)).toMatchObject([
      { text: 'none', slip: 'mistaken', comments: ['SECRET none'] },
    ])
  }
})

test('after a wrong answer nothing tells which choices were right, only how many are missing', () => {
  const read = review('personal-data', { type: 'multiple', choices: ['a', 'c'] })
  expect(read).toMatchObject({ correct: false, missing: 1, remarks: [] })
  const told = read.parts.filter(({ comments, slip }) => comments.length > 0 || slip)
  expect(told).toMatchObject([{ text: 'weather', slip: 'mistaken' }])
  expect(JSON.stringify(read)).not.toMatch(/SECRET b|"missed"/)
})

test('a right answer keeps its feedback, and no author’s id goes along', () => {
  for (const question of questionSamples) {
    const read = reviewAnswer(question, 's1', keyResponse(fillVariant(question, 's1')), 'en')
    expect(read.correct).toBe(true)
    expect([...read.remarks, ...read.parts.flatMap((p) => p.comments)].length).toBeGreaterThan(0)
    expect(read.parts.some(({ slip }) => slip)).toBe(false)
    expect(JSON.stringify(read)).not.toContain('right-one')
  }
})

test('steps come in the order given, pairs with what they were paired with, typed text with its unit', () => {
  const order = ['first', 'third', 'second', 'fourth']
  const steps = review('steps', { type: 'order', order }).parts
  expect(steps.map(({ slip }) => slip)).toEqual([undefined, 'misplaced', 'misplaced', undefined])
  const pairs = { p1: 'p1', p2: 'p1', p3: 'd1' }
  expect(review('pairs', { type: 'match', pairs }).parts).toMatchObject([
    { text: 'id number', paired: 'sensitive' },
    { text: 'face', paired: 'sensitive' },
    { text: 'postcode', paired: 'state secret', slip: 'mismatched' },
  ])
  expect(review('total', { type: 'number', text: '7' }).typed).toBe('7 yuan')
})
