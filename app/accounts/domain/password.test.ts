import { describe, expect, it } from 'vitest'
import { isShort, passwordProblem } from './password.ts'

const common = new Set(['password', '1234567890', 'qwertyuiop'])
const problem = (password: string, about: string[] = []) =>
  passwordProblem(password, about, (text) => common.has(text))

describe('passwordProblem', () => {
  it('takes any mixture of characters once it is long enough', () => {
    expect(problem('correct horse battery')).toBeUndefined()
    expect(problem('春天的窗口排起了长队')).toBeUndefined()
  })

  it('refuses what is too short or too long', () => {
    expect(problem('abcd123')).toBe('too-short')
    expect(problem('ab3'.repeat(90))).toBe('too-long')
  })

  it('refuses common passwords however they are written', () => {
    expect(problem('PassWord')).toBe('common')
    expect(problem('ｐａｓｓｗｏｒｄ')).toBe('common')
  })

  it('refuses one character again and again', () => {
    expect(problem('ababababababababab')).toBe('repetitive')
  })

  it('refuses a password that is the person or the product with little added', () => {
    expect(problem('wangxiaoming2026', ['wangxiaoming'])).toBe('about-you')
    expect(problem('wangxiaoming sells paper boats', ['wangxiaoming'])).toBeUndefined()
  })
})

describe('isShort', () => {
  it('counts characters, not bytes', () => {
    expect(isShort('十五个汉字的口令就够长了吗是的')).toBe(false)
    expect(isShort('fourteen chars')).toBe(true)
  })
})
