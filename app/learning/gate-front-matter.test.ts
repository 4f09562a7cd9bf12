import { describe, expect, it } from 'vitest'
import { findingsIn } from '#tests/attack/mdx/verdict.ts'
import { checkLesson } from './gate.server.ts'

type Row = [document: string, ...findings: string[]]

const fences: Row[] = [
  ['--- \ntitle: a\n---\n', 'fence@1:4'],
  ['---\t\ntitle: a\n---\n', 'fence@1:4'],
  ['---js\nmodule.exports = {}\n---\n', 'fence@1:4'],
  ['---yaml\ntitle: a\n---\n', 'fence@1:4'],
  ['---json\n{}\n---\n', 'fence@1:4'],
  ['----\ntitle: a\n----\n', 'fence@1:4'],
  ['--- # a\n---\n', 'fence@1:4'],
  ['\uFEFF---js\n---\n', 'fence@1:4'],
  ['---', 'unclosed@1:1'],
  ['---\n', 'unclosed@1:1'],
  ['---\ntitle: a\n--- \n\n# b', 'unclosed@1:1'],
  ['---\ntitle: a\n ---\n', 'unclosed@1:1'],
  ['---\ntitle: a\n...\n', 'unclosed@1:1'],
  [`---\nsummary: ${'a'.repeat(4 * 1024)}\n---\n`, 'size@1:1'],
  [`---\nsummary: ${'中'.repeat(1_363)}\n---\n`, 'size@1:1'],
]

const yaml: Row[] = [
  ['title: a\ntitle: b', 'duplicate@3:1'],
  ['title: a\n"title": b', 'duplicate@3:1'],
  ['author: a', 'unknown-key@2:1'],
  ['Title: a', 'unknown-key@2:1'],
  ['layout: ../../x\nimport: y', 'unknown-key@2:1', 'unknown-key@3:1'],
  ['__proto__: {}', 'unknown-key@2:1'],
  ['constructor: a', 'unknown-key@2:1'],
  ['title: a\ndraft: true', 'unknown-key@3:1'],
  ['<<: { title: a }', 'unknown-key@2:1'],
  ['1: a', 'unknown-key@2:1'],
  ['? [a]\n: b', 'unknown-key@2:3'],
  ['title: &a b', 'text@2:1', 'anchor@2:8'],
  ['&a title: b', 'anchor@2:1'],
  ['tags: &a [b]', 'text-list@2:1', 'anchor@2:7'],
  ['tags: [&a b, *a]', 'text-list@2:1', 'anchor@2:8', 'alias@2:14'],
  ['title: *a', 'text@2:1', 'alias@2:8'],
  ['title: !!str a', 'text@2:1', 'tag@2:8'],
  ['title: !a b', 'text@2:1', 'tag@2:8'],
  ['tags: !!set { a, b }', 'text-list@2:1', 'tag@2:7'],
  ['!!map\ntitle: a', 'tag@2:1'],
  ['title: !<tag:yaml.org,2002:str> a', 'text@2:1', 'tag@2:8'],
  ['%YAML 1.1', 'directive@2:1'],
  ['title: a: b', 'syntax@2:8'],
  ['title: [a', 'syntax@2:10'],
  ['title: "a', 'syntax@2:10'],
  ['title: @a', 'syntax@2:8'],
  ['\ttitle: a', 'syntax@2:1'],
  ['title: a\n...\ntitle: b', 'syntax@4:1'],
  ['- title', 'not-a-map@2:1'],
  ['title', 'not-a-map@2:1'],
  ['[title]', 'not-a-map@2:1'],
  ['title: true', 'text@2:1'],
  ['summary: [a]', 'text@2:1'],
  ['lang: { a: b }', 'text@2:1'],
  ['tags: a, b', 'text-list@2:1'],
  ['tags: 安全、邮件', 'text-list@2:1'],
  ['tags: true', 'text-list@2:1'],
  ['tags: [[a]]', 'text-list@2:1'],
  ['tags: [a, null]', 'text-list@2:1'],
  ['order: .inf', 'number@2:1'],
  ['order: .nan', 'number@2:1'],
  ['order: 1_000', 'number@2:1'],
  ['order: a', 'number@2:1'],
  ['order: "1a"', 'number@2:1'],
]

const asFindings = (findings: string[]) => findings.map((found) => `FRONTMATTER.${found}`)

describe('front matter', () => {
  it.each(fences)('between fences: %j', (document, ...findings) => {
    expect(findingsIn(document)).toEqual(asFindings(findings))
  })

  it.each(yaml)('of %j', (text, ...findings) => {
    expect(findingsIn(`---\n${text}\n---\n`)).toEqual(asFindings(findings))
    expect(findingsIn(`---\r\n${text.replaceAll('\n', '\r\n')}\r\n---\r\n`)).toEqual(
      asFindings(findings),
    )
  })

  it.each([
    ['title: 密码学\nsummary: "a: b"\ntags: [crypto, "2024"]\nlang: zh-CN\norder: 3'],
    ['# only a comment'],
    [''],
    ['title: yes\nsummary: 2024-01-01\nlang: no\norder: -1.5\ntags: []'],
    ['title: |\n  a\n  b\nsummary: >-\n  c'],
    ['{ title: a, tags: [b] }'],
    ['tags:\n  - a\n  - b'],
    ["title: '&a *b !c'"],
    ['"title": a & b * c'],
  ])('may be %j', (text) => {
    expect(findingsIn(`---\n${text}\n---\n`)).toEqual([])
  })

  it('is read as YAML 1.2', () => {
    const { lesson } = checkLesson('---\ntitle: yes\norder: 012\ntags: [on, off]\n---\nx')
    expect(lesson?.frontMatter).toEqual({ title: 'yes', order: 12, tags: ['on', 'off'] })
    expect(lesson?.source).toBe('x')
  })

  it.each([
    ['title: 2024', { title: '2024' }],
    ['title: 1_000.50', { title: '1_000.50' }],
    ['title: 0x1F\nsummary: 1.10', { title: '0x1F', summary: '1.10' }],
    ['title:\nsummary: # later\nlang: ~\ntags:\norder: null', {}],
    ['tags: [2024, 5G]', { tags: ['2024', '5G'] }],
    ['tags: crypto', { tags: ['crypto'] }],
    ['tags: 2024', { tags: ['2024'] }],
    ['order: "1"', { order: 1 }],
    ["order: '-1.5'", { order: -1.5 }],
    ['order: 1e3', { order: 1000 }],
  ])('is taken as it is meant: %j', (text, frontMatter) => {
    expect(findingsIn(`---\n${text}\n---\n`)).toEqual([])
    expect(checkLesson(`---\n${text}\n---\n`).lesson?.frontMatter).toEqual(frontMatter)
  })

  it('counts in the places of what follows', () => {
    expect(findingsIn('---\ntitle: true\n---\n{a}\n')).toEqual([
      'FRONTMATTER.text@2:1',
      'EXPR.expression@4:1',
    ])
    expect(findingsIn('---js\n---\n{a}')).toEqual(['FRONTMATTER.fence@1:4', 'EXPR.expression@3:1'])
  })

  it('may come once: a second one is text', () => {
    const { lesson } = checkLesson('---\ntitle: a\n---\n---js\n{" "}\n---\n')
    expect(lesson?.source).toBe('---js\n{" "}\n---\n')
  })

  it(`takes up to 4 KiB`, () => {
    const longest = `summary: ${'a'.repeat(4 * 1024 - 9)}`
    expect(findingsIn(`---\n${longest}\n---\n`)).toEqual([])
    expect(findingsIn(`---\n${longest}a\n---\n`)).toEqual(['FRONTMATTER.size@1:1'])
  })
})
