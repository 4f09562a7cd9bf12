import { expect, test } from 'vitest'
import { draftOf, drawNumber, readAnswers, toSubmission } from '#app/labs/domain/answers-draft.ts'

const fields = {
  'verdict-mail-01': ['phishing'],
  'clues-mail-01': ['a', 'c'],
  'clues-mail-02': ['b', 'Not A Slug'],
  'verdict-mail-09': ['phishing'],
}

test('reads the answers to the samples that were shown, and no others', () => {
  expect(readAnswers(['mail-01', 'mail-02'], fields)).toEqual({
    'mail-01': { verdict: 'phishing', clues: ['a', 'c'] },
    'mail-02': { clues: ['b'] },
  })
})

test('a sample without a verdict is left out of the submission', () => {
  expect(toSubmission(readAnswers(['mail-01', 'mail-02'], fields))).toEqual({
    'mail-01': { verdict: 'phishing', clues: ['a', 'c'] },
  })
})

test('a field named like a property of every object is no answer', () => {
  expect(readAnswers(['x'], JSON.parse('{"__proto__":["a"]}'))).toEqual({ x: { clues: [] } })
})

test('every submission is followed by another draw', () => {
  expect([0, 1, 2].map(drawNumber)).toEqual([1, 2, 3])
})

test('a draft counts for its own draw and version alone', () => {
  const draft = { versionId: 'v1', draw: 2, answers: { 'mail-01': { clues: ['a'] } } }
  const text = JSON.stringify(draft)
  expect(draftOf(text, { versionId: 'v1', draw: 2 })).toEqual(draft)
  expect(draftOf(text, { versionId: 'v1', draw: 3 })).toBeUndefined()
  expect(draftOf(text, { versionId: 'v2', draw: 2 })).toBeUndefined()
  expect(draftOf('not json', { versionId: 'v1', draw: 2 })).toBeUndefined()
  expect(draftOf(undefined, { versionId: 'v1', draw: 2 })).toBeUndefined()
})
