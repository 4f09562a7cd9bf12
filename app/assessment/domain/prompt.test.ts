import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInline, parsePrompt, plainText } from '#app/assessment/domain/prompt.ts'

describe('a line', () => {
  it('is cut at its code', () => {
    expect(parseInline('用 `and` 而不是`or`。')).toEqual([
      { code: false, text: '用 ' },
      { code: true, text: 'and' },
      { code: false, text: ' 而不是' },
      { code: true, text: 'or' },
      { code: false, text: '。' },
    ])
  })

  it('keeps a stray backtick and angle brackets as text', () => {
    expect(parseInline('a ` b <b>c</b>')).toEqual([{ code: false, text: 'a ` b <b>c</b>' }])
  })

  it('loses its backticks and nothing else where it must be plain', () => {
    expect(plainText('`count(*)` 或 `sum(fee)`')).toBe('count(*) 或 sum(fee)')
  })
})

describe('a prompt', () => {
  it('has a paragraph for each line and keeps fenced code as it is written', () => {
    const text = '表`t`：\n\n```sql\nselect *\n\n  from `t`\n```\n\n它返回什么？\n请选择。\n'
    expect(parsePrompt(text)).toEqual([
      {
        kind: 'paragraph',
        parts: [
          { code: false, text: '表' },
          { code: true, text: 't' },
          { code: false, text: '：' },
        ],
      },
      { kind: 'code', language: 'sql', text: 'select *\n\n  from `t`' },
      { kind: 'paragraph', parts: [{ code: false, text: '它返回什么？' }] },
      { kind: 'paragraph', parts: [{ code: false, text: '请选择。' }] },
    ])
  })

  it('shows a fence that was left open to its end', () => {
    expect(parsePrompt('```\na\nb')).toEqual([{ kind: 'code', language: '', text: 'a\nb' }])
  })

  it('loses no letter of any text', () => {
    const letters = (text: string) => text.replace(/[\s`]/g, '')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '`', '\n', ' ', '中', '<') }), (text) => {
        const shown = parsePrompt(text).map((block) =>
          block.kind === 'code'
            ? block.language + block.text
            : block.parts.map((part) => part.text).join(''),
        )
        expect(letters(shown.join(''))).toBe(letters(text))
      }),
    )
  })
})
