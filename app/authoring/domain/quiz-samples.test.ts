import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { questionProblems } from '#app/assessment/domain/variant.ts'
import { quizFile } from '#app/learning/domain/quiz.ts'
import { quizTemplate, sampleLines } from './lesson-template.ts'
import { quizSamples, withSample } from './quiz-samples.ts'

const types = Object.keys(quizSamples) as (keyof typeof quizSamples)[]

describe('a sample question', () => {
  it.each(types)('of type %s is sound and of that type, at the end of the quiz', (type) => {
    const { quizzes } = quizFile.parse(parse(withSample(quizTemplate, quizSamples[type])))
    const [first, added] = quizzes[0]?.questions ?? []
    expect(first?.id).toBe('first-question')
    expect(added?.type).toBe(type)
    expect(added && questionProblems(added)).toEqual([])
  })

  it('begins a check where there is none', () => {
    const { quizzes } = quizFile.parse(parse(withSample('', quizSamples.order)))
    expect(quizzes.map(({ questions }) => questions.length)).toEqual([1])
  })

  it('is as far in as the questions already there', () => {
    const flat = quizTemplate.replace(/^ {6}/gm, '    ')
    expect(flat).not.toBe(quizTemplate)
    const { quizzes } = quizFile.parse(parse(withSample(flat, quizSamples.match)))
    expect(quizzes[0]?.questions).toHaveLength(2)
  })

  it.each(types)('of type %s is named as a sample until it is changed', (type) => {
    expect(sampleLines(quizSamples[type]).length).toBeGreaterThan(3)
  })
})
