import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkLesson } from '#app/learning/gate.server.ts'
import { hostileDocuments } from './mdx/hostile.ts'
import { cpuMsOf } from './mdx/verdict.ts'

type Case = { id: string; why: string; input: string } & (
  | { must_reject: false }
  | { must_reject: true; expect_code: string; expect_line: number; expect_column: number }
)

const file = new URL('./mdx/cases.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }

/** The policy's figure: no document may cost more CPU than this. */
const maxCpuMs = 2_000

describe('the reference cases', () => {
  it('are all there', () => expect(cases).toHaveLength(81))

  it.each(cases.map((example) => [example.id, example] as const))('%s', (_id, example) => {
    let verdict = checkLesson('')
    const cpuMs = cpuMsOf(() => {
      verdict = checkLesson(example.input)
    })
    expect(cpuMs).toBeLessThan(maxCpuMs)
    expect(verdict.ok).toBe(!example.must_reject)
    if (!example.must_reject) return expect(verdict.lesson?.source).toBeDefined()
    expect(verdict.problems).toContainEqual(
      expect.objectContaining({
        code: example.expect_code,
        line: example.expect_line,
        column: example.expect_column,
        severity: 'error',
      }),
    )
  })
})

describe('documents that try the patience of the parser', () => {
  it.each(Object.entries(hostileDocuments))('%s', (_name, document) => {
    let problems = checkLesson('').problems
    const cpuMs = cpuMsOf(() => {
      problems = checkLesson(document).problems
    })
    expect(cpuMs).toBeLessThan(maxCpuMs)
    // None of them passes a limit of the text: the parser's own time is what is tried here.
    expect(problems.filter(({ code }) => code === 'LIMIT').map(({ detail }) => detail)).toSatisfy(
      (details: string[]) => details.every((detail) => detail === 'time' || detail === 'nodes'),
    )
  })
})
