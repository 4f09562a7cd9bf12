import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { htmlOf, pagesOf } from './pages.ts'

const lesson = { path: '/courses/a/01-b', title: '示例单元' }
const page = pagesOf({ lesson }).find(({ name }) => name === 'lesson')!
const answer = (html: string, status = 200) => ({ status, ms: 1, body: gzipSync(html) })
const check = '<div class="feedback right"></div><input name="attempt"/>'
const right = `<h1>${lesson.title}</h1>${check}${check}`

describe('what the bench measures', () => {
  it('is the page it says, as it was sent', () => {
    expect(htmlOf(page, answer(right)).toString()).toBe(right)
  })

  it('is no error page, no other page and none without what a learner did', () => {
    expect(() => htmlOf(page, answer(right, 500))).toThrow('lesson answers 500')
    expect(() => htmlOf(page, answer(right.replace(lesson.title, '登录')))).toThrow('0 times')
    expect(() => htmlOf(page, answer(`<h1>${lesson.title}</h1>${check}`))).toThrow('1 times')
  })
})
