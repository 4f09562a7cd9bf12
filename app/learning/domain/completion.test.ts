import { describe, expect, it } from 'vitest'
import { moduleFile } from '#app/catalogue/domain/course.ts'
import { completionSteps, isComplete, questionKey } from './completion.ts'
import { quizFile } from './quiz.ts'

const both = (text: string) => ({ 'zh-CN': text, en: text })
const content = moduleFile.parse({
  objectives: [both('o')],
  minutes: 45,
  creditHours: 1,
  skills: [{ skill: 'data-sql', level: 1 }],
  labs: ['lab-a'],
})
const question = (id: string) => ({
  id,
  type: 'short',
  prompt: both('p'),
  accept: ['yes'],
  feedback: { right: both('r'), wrong: both('w') },
})
const quiz = quizFile.parse({
  quizzes: [
    { id: 'first', questions: [question('a'), question('b')] },
    { id: 'second', questions: [question('a')] },
  ],
})

describe('completionSteps', () => {
  it('wants every question and every lab, and tells apart questions of the same name', () => {
    const shown = { questions: new Set([questionKey('first', 'a')]), labs: new Set<string>() }
    expect(completionSteps(content, quiz, shown).map(({ done }) => done)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('is complete when all is shown, and not one step earlier', () => {
    const all = ['first/a', 'first/b', 'second/a']
    const labs = new Set(['lab-a'])
    expect(isComplete(completionSteps(content, quiz, { questions: new Set(all), labs }))).toBe(true)
    const less = new Set(all.slice(1))
    expect(isComplete(completionSteps(content, quiz, { questions: less, labs }))).toBe(false)
    const noLabs = { questions: new Set(all), labs: new Set<string>() }
    expect(isComplete(completionSteps(content, quiz, noLabs))).toBe(false)
  })
})
