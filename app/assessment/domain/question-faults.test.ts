import { describe, expect, it } from 'vitest'
import { plainQuestion } from './question.ts'
import { questionFaults } from './question-faults.ts'

const both = (text: string) => ({ 'zh-CN': text, en: text })
const single = (correct: boolean[], extra = {}) =>
  plainQuestion.parse({
    id: 'q',
    type: 'single',
    prompt: both('{{n}} + 1'),
    choices: correct.map((right, index) => ({
      id: `c-${index}`,
      text: both(`${index}`),
      correct: right,
    })),
    ...extra,
  })

describe('questionFaults', () => {
  it('is content with one right choice and a value for every name', () => {
    expect(questionFaults(single([true, false], { variants: [{ n: 1 }, { n: 2 }] }))).toEqual([])
  })

  it('wants one right choice in a single-choice question', () => {
    const faults = questionFaults(single([true, true], { variants: [{ n: 1 }, { n: 2 }] }))
    expect(faults).toEqual(['a single-choice question has one right choice, this has 2'])
  })

  it('names the variant that leaves a name without a value, and a value without a place', () => {
    expect(questionFaults(single([true, false], { variants: [{ n: 1 }, { m: 2 }] }))).toEqual([
      'variant 2 has no value for {{n}}',
      'variant 2: {{m}} stands nowhere',
    ])
    expect(questionFaults(single([true, false]))).toEqual([
      '{{…}} stands here but there are no variants',
    ])
  })
})
