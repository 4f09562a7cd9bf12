import { describe, expect, it } from 'vitest'
import { explainProblem } from './explain.ts'
import { type ProblemCode, type ProblemDetail, problemDetails } from './problem.ts'

const all = Object.entries(problemDetails).flatMap(([code, details]) =>
  details.map((detail: ProblemDetail) => ({ code: code as ProblemCode, detail })),
)

describe('every problem', () => {
  it.each(all)('$code $detail is explained in both languages', ({ code, detail }) => {
    const english = explainProblem({ code, detail, subject: 'XYZ' }, 'en')
    const chinese = explainProblem({ code, detail, subject: 'XYZ' }, 'zh-CN')
    expect(english).toMatch(/^[A-Z“<].*\.$|^XYZ.*\.$/)
    expect(chinese).toMatch(/\p{Script=Han}.*。$/u)
    expect(chinese.includes('XYZ')).toBe(english.includes('XYZ'))
    // Half-width signs and spaces belong to quoted YAML only.
    expect(chinese.replace(/\[.*\]/, '')).not.toMatch(/[,;?!]\s|\p{Script=Han} \p{Script=Han}/u)
  })

  it('has a sentence of its own', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const sentences = all.map((problem) => explainProblem({ ...problem, subject: 'X' }, locale))
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })
})
