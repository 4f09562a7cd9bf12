import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffLine, diffLines, withContext } from './line-diff.ts'

const textOf = (line: DiffLine) => line.pieces.map(({ text }) => text).join('')
const kinds = (before: string, after: string) => diffLines(before, after).map(({ kind }) => kind)

describe('diffLines', () => {
  it('keeps both texts whole, whatever they are', () => {
    const text = fc.array(fc.constantFrom('甲', '乙 丙', 'a b', '', 'a c'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = diffLines(a.join('\n'), b.join('\n'))
        const before = lines.filter(({ kind }) => kind !== 'added').map(textOf)
        const after = lines.filter(({ kind }) => kind !== 'removed').map(textOf)
        expect(before.join('\n')).toBe(a.join('\n'))
        expect(after.join('\n')).toBe(b.join('\n'))
      }),
    )
  })

  it('needs no more edits than two texts without a line in common', () => {
    expect(kinds('a\nb\nc', 'a\nc')).toEqual(['same', 'removed', 'same'])
    expect(kinds('a\nc', 'a\nb\nc')).toEqual(['same', 'added', 'same'])
    expect(
      kinds('a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc').filter((k) => k !== 'same'),
    ).toHaveLength(5)
    expect(kinds('', '')).toEqual(['same'])
  })

  it('marks the words that differ within a line, one by one in Chinese', () => {
    const [before, after] = diffLines('区划代码是数字。', '区划代码是文本。')
    expect(before?.pieces).toEqual([
      { text: '区划代码是', changed: false },
      { text: '数字', changed: true },
      { text: '。', changed: false },
    ])
    expect(after?.pieces[1]).toEqual({ text: '文本', changed: true })
    const [, english] = diffLines('Keep the old code', 'Keep the new code')
    expect(english?.pieces).toContainEqual({ text: 'new', changed: true })
  })

  it('marks whole lines that have little in common', () => {
    const [before] = diffLines('天气很好', 'SELECT 1')
    expect(before?.pieces).toEqual([{ text: '天气很好', changed: true }])
  })

  it('gives up on detail and stays correct when the texts are large and unlike', () => {
    const lines = (name: string) =>
      Array.from({ length: 2_000 }, (_, i) => `${name}${i}`).join('\n')
    const found = diffLines(lines('a'), lines('b'))
    expect(found.filter(({ kind }) => kind === 'removed')).toHaveLength(2_000)
    expect(found.filter(({ kind }) => kind === 'added')).toHaveLength(2_000)
  })
})

describe('withContext', () => {
  it('leaves out what is far from a change and says how much', () => {
    const before = Array.from({ length: 20 }, (_, i) => `line ${i}`)
    const after = before.with(10, 'changed')
    const shown = withContext(diffLines(before.join('\n'), after.join('\n')), 2)
    expect(shown[0]).toBe(8)
    expect(shown.at(-1)).toBe(7)
    expect(shown).toHaveLength(1 + 2 + 2 + 2 + 1)
  })
})
