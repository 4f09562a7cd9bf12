import { describe, expect, it } from 'vitest'
import { purposeLength, purposeProblem, readPurpose } from './purpose.ts'

const read = (purpose: string) => readPurpose(new URLSearchParams({ purpose }))

describe('a purpose that will not do', () => {
  const problem = (purpose: string) => purposeProblem(new URLSearchParams({ purpose }))

  it('is said to be too short or too long, whichever it is', () => {
    expect([problem('专班'), problem('')]).toEqual(['too-short', 'too-short'])
    expect(problem('长'.repeat(purposeLength.most + 1))).toBe('too-long')
    expect(problem('长'.repeat(purposeLength.most))).toBeUndefined()
  })
})

describe('a stated purpose', () => {
  it('says something to the person who reads it', () => {
    expect(read('应急专班组建')).toBe('应急专班组建')
    expect(read(' 数据专班 ')).toBe('数据专班')
  })

  it.each(['', 'zb', '专班', ' 专 班 ', 'x'.repeat(201)])('is more than %j', (purpose) => {
    expect(read(purpose)).toBeUndefined()
  })
})
