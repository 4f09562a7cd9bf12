import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { digitsOfGuesses } from './guessable.ts'
import { isShort, passwordProblem } from './password.ts'

const ranks = new Map(dictionary.passwords.map((word, index) => [word, index + 1]))
const rankOf = (word: string) => ranks.get(word)
const problem = (password: string, about: string[] = []) => passwordProblem(password, about, rankOf)

describe('passwordProblem', () => {
  it('takes any mixture of characters once it is long enough', () => {
    for (const good of [
      ...['correct horse battery', 'paper boats sail north', 'a password that is long enough'],
      ...['春天的窗口排起了长队', 'k7d2-9xab-mmq3-p2zw', 'fourteen chars', 'kx93mq2p'],
    ]) {
      expect(problem(good), good).toBeUndefined()
    }
  })

  it('refuses what is too short or too long', () => {
    expect(problem('abcd123')).toBe('too-short')
    expect(problem('ab3'.repeat(90))).toBe('too-long')
  })

  it('refuses common passwords however they are written', () => {
    expect(problem('PassWord')).toBe('common')
    expect(problem('ｐａｓｓｗｏｒｄ')).toBe('common')
  })

  it('refuses long ones that are put together out of what is tried first', () => {
    for (const guessable of [
      ...['1234567890123456', 'password12345678', 'iloveyouiloveyou', 'abcdefghijklmnop'],
      ...['passw0rdpassw0rd', 'qwertyuiopasdfghjkl', 'dragonmonkeyshadow', 'P@ssw0rd!P@ssw0rd!'],
      ...['1qaz2wsx3edc4rfv', 'administrator2026', '一二三四五六七八九十一二三四五'],
    ]) {
      expect(problem(guessable), guessable).toBe('common')
    }
  })

  it('refuses few different characters', () => {
    expect(problem('ababababababababab')).toBe('repetitive')
    expect(problem('abcdabcdabcdabcd')).toBe('repetitive')
  })

  it('refuses a password that is the person or the product with little added', () => {
    expect(problem('wangxiaoming2026', ['wangxiaoming'])).toBe('about-you')
    expect(problem('wangxiaoming sells paper boats', ['wangxiaoming'])).toBeUndefined()
    expect(problem('sl0030-password!', ['SL0030'])).toBeDefined()
    expect(problem('zhang.yi-zhang.yi', ['zhang.yi'])).toBeDefined()
  })

  it('refuses characters that nobody sees', () => {
    for (const padding of ['\u200b', '\u200d', '\u202e', '\u3164', '\ufeff', '\u0000', '\u00ad']) {
      expect(problem(`kx93mq2p${padding.repeat(8)}`)).toBe('invisible')
    }
  })

  it('is decided quickly, whatever is typed', () => {
    const begun = performance.now()
    for (const text of ['4@0$7!1|', 'aaaaaaaa', 'abcabcab', 'passw0rd']) {
      digitsOfGuesses(text.repeat(32), [], rankOf)
    }
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})

describe('isShort', () => {
  it('counts characters, not bytes', () => {
    expect(isShort('十五个汉字的口令就够长了吗是的')).toBe(false)
    expect(isShort('fourteen chars')).toBe(true)
  })
})
