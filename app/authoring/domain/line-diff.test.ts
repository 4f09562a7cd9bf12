import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparison, type DiffLine, diffLines, withContext } from './line-diff.ts'

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
    expect(kinds('', '')).toEqual([])
    // A text that was not there has no line to take out.
    expect(kinds('', 'a\nb')).toEqual(['added', 'added'])
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

describe('comparison', () => {
  const lines = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')

  it('is of lessons, not of texts that are too large or too unlike', () => {
    expect(comparison('a', 'b')).toHaveLength(2)
    expect(
      comparison(
        'a',
        lines(60_000, (i) => `${i % 7}`),
      ),
    ).toBeUndefined()
    const unlike = comparison(
      lines(900, (i) => `a${i}`),
      lines(900, (i) => `b${i}`),
    )
    expect(unlike).toBeUndefined()
  })

  it('takes little time whatever the texts are, and leaves no word out', () => {
    const sentence = (i: number, word: string) =>
      `把左边${i}的${word}例子写在这里 and some`.repeat(6)
    for (const [before, after] of [
      [lines(450, (i) => sentence(i, '')), lines(450, (i) => sentence(i, '小'))],
      [
        lines(400, (i) => `abc ${i % 3} `.repeat(40)),
        lines(400, (i) => `abc ${i % 5} `.repeat(40)),
      ],
      [lines(66, (i) => `甲${i}乙`.repeat(900)), lines(66, (i) => `甲${i}丙`.repeat(900))],
      [lines(4_000, (i) => `${i % 7}`), lines(4_000, (i) => `${i % 11}`)],
    ] as const) {
      const begun = process.cpuUsage()
      const shown = comparison(before, after)
      const { user } = process.cpuUsage(begun)
      expect(user / 1000).toBeLessThan(1_000)
      const rows = shown?.filter((row) => typeof row !== 'number') ?? []
      if (shown && !shown.some((row) => typeof row === 'number')) {
        const left = rows.filter(({ kind }) => kind !== 'added').map(textOf)
        expect(left.join('\n')).toBe(before)
      }
    }
  })
})
