import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyResponse } from '#app/assessment/domain/grade.ts'
import { placeParts, presentQuestion, rightSides } from '#app/assessment/domain/present.ts'
import { questionSamples } from '#app/assessment/domain/question.samples.ts'
import { type Response, readResponse, writeResponse } from '#app/assessment/domain/response.ts'
import { type Filled, fillVariant } from '#app/assessment/domain/variant.ts'

const seeds = fc.string({ maxLength: 12 })
const anyQuestion = fc.constantFrom(...questionSamples)
const sample = (i: number) => {
  const found = questionSamples[i]
  if (!found) throw new Error('no such sample')
  return found
}

/** Any response that the question's form can send. */
function anyResponse(question: Filled): fc.Arbitrary<Response> {
  switch (question.type) {
    case 'single':
      return fc
        .constantFrom(...question.choices)
        .map(({ id }) => ({ type: 'single' as const, choice: id }))
    case 'multiple':
      return fc
        .subarray(
          question.choices.map((c) => c.id),
          { minLength: 1 },
        )
        .map((choices) => ({ type: 'multiple' as const, choices: choices.sort() }))
    case 'order': {
      const ids = question.steps.map((s) => s.id)
      return fc
        .shuffledSubarray(ids, { minLength: ids.length })
        .map((order) => ({ type: 'order' as const, order }))
    }
    case 'match': {
      const right = fc.constantFrom(...rightSides(question).map((side) => side.id))
      return fc
        .record(Object.fromEntries(question.pairs.map(({ id }) => [id, right])))
        .map((pairs) => ({ type: 'match' as const, pairs: { ...pairs } }))
    }
    case 'number':
      return fc.integer().map((n) => ({ type: 'number' as const, text: String(n) }))
    case 'short':
      return fc
        .string({ minLength: 1, maxLength: 40 })
        .filter((text) => text.trim() !== '')
        .map((text) => ({ type: 'short' as const, text }))
  }
}

test('what a browser gets holds no feedback, no key and no id by which an author told parts apart', () => {
  fc.assert(
    fc.property(anyQuestion, seeds, (question, seed) => {
      const shown = JSON.stringify(presentQuestion(question, seed, 'en'))
      for (const secret of ['SECRET', 'correct', 'feedback', 'answer', 'accept', 'variants', '{{'])
        expect(shown).not.toContain(secret)
      for (const { id } of placeParts(fillVariant(question, seed), seed).parts)
        expect(shown).not.toContain(`"${id}"`)
    }),
  )
})

test('reading the form of a response gives the response back', () => {
  fc.assert(
    fc.property(
      anyQuestion.chain((question) =>
        seeds.chain((seed) =>
          anyResponse(fillVariant(question, seed)).map((response) => ({
            question,
            seed,
            response,
          })),
        ),
      ),
      ({ question, seed, response }) => {
        const form = writeResponse(question, seed, response)
        expect(readResponse(question, seed, form)).toEqual({ ok: true, value: response })
      },
    ),
  )
})

test('steps stand in every place under some seed, so places tell nothing', () => {
  const first = new Set<string>()
  for (let i = 0; i < 40; i++) {
    const shown = presentQuestion(sample(2), `s${i}`, 'zh-CN')
    if (shown.type === 'order') first.add(shown.steps[0]?.text ?? '')
  }
  expect(first.size).toBe(4)
})

test('a match shows equal right sides once', () => {
  const shown = presentQuestion(sample(3), 's', 'en')
  const texts = shown.type === 'match' ? shown.rights.map((r) => r.text).sort() : []
  expect(texts).toEqual(['ordinary', 'sensitive', 'state secret'])
})

test('a form left empty is empty; a half or forged one is malformed', () => {
  for (const question of questionSamples)
    expect(readResponse(question, 's', { 'q.other': ['c1'] })).toEqual({
      ok: false,
      error: 'empty',
    })
  const read = (i: number, form: Record<string, string[]>) => {
    const result = readResponse(sample(i), 's', form)
    return result.ok ? 'ok' : result.error
  }
  expect(read(0, { 'q.count-rows': ['c9'] })).toBe('malformed')
  expect(read(0, { 'q.count-rows': ['c1', 'c2'] })).toBe('malformed')
  expect(read(0, { 'q.count-rows': ['right-one'] })).toBe('malformed')
  expect(read(1, { 'q.personal-data': ['c1', 'c1'] })).toBe('malformed')
  const ranks = (...r: string[]) => Object.fromEntries(r.map((v, i) => [`q.steps.c${i + 1}`, [v]]))
  expect(read(2, ranks('1', '2', '3', '4'))).toBe('ok')
  expect(read(2, ranks('1', '2', '3'))).toBe('malformed')
  expect(read(2, ranks('1', '2', '2', '4'))).toBe('malformed')
  expect(read(2, ranks('', '', '', ''))).toBe('empty')
  expect(read(3, { 'q.pairs.c1': ['r1'] })).toBe('malformed')
  expect(read(4, { 'q.total': ['many'] })).toBe('malformed')
  expect(read(5, { 'q.keyword': ['x'.repeat(201)] })).toBe('malformed')
  expect(read(5, JSON.parse('{"__proto__": ["x"]}'))).toBe('empty')
})

test('the key can be sent by the form of every question', () => {
  for (const question of questionSamples) {
    const key = keyResponse(fillVariant(question, 's'))
    expect(readResponse(question, 's', writeResponse(question, 's', key)).ok).toBe(true)
  }
})
