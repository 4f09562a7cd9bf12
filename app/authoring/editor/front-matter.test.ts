import { markdown } from '@codemirror/lang-markdown'
import { describe, expect, it } from 'vitest'
import { frontMatter } from './front-matter.ts'

const { parser } = markdown({ extensions: frontMatter }).language
const tree = (text: string) => parser.parse(text).toString()
const head = '---\ntitle: 课\nsummary: 一句\n---\n'

describe('front matter in the editor', () => {
  it('is a block of its own, and what follows is read as ever', () => {
    expect(tree(`${head}\n## 标题\n`)).toMatch(/^Document\(FrontMatter,ATXHeading2/)
    expect(tree(`${head}正文\n---\n`)).toMatch(/^Document\(FrontMatter,SetextHeading2/)
  })

  it('is only at the beginning, and may be unfinished', () => {
    expect(tree(`正文\n\n${head}`)).not.toContain('FrontMatter')
    expect(tree('---\ntitle: 课\n')).toBe('Document(FrontMatter)')
    expect(tree('---')).toBe('Document(FrontMatter)')
  })
})
