import { describe, expect, it } from 'vitest'
import { readPurpose } from './purpose.ts'

const read = (purpose: string) => readPurpose(new URLSearchParams({ purpose }))

describe('a stated purpose', () => {
  it('says something to the person who reads it', () => {
    expect(read('应急专班组建')).toBe('应急专班组建')
    expect(read(' 数据专班 ')).toBe('数据专班')
  })

  it.each(['', 'zb', '专班', ' 专 班 ', 'x'.repeat(201)])('is more than %j', (purpose) => {
    expect(read(purpose)).toBeUndefined()
  })
})
