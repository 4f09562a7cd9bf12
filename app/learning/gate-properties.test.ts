import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { checkLesson } from './gate.server.ts'

/** Pieces that mean something to the parser, so that random documents get past the first character. */
const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '{" "}',
    '{a}',
    '{/*',
    '*/}',
    '<',
    '>',
    '/>',
    '</',
    '<>',
    '<Note>',
    '</Note>',
    '<kbd>',
  ],
  ...[
    '</kbd>',
    '<Quiz id="a" />',
    '<b',
    ' c="d"',
    ' e={f}',
    ' {...g}',
    'import h',
    'export ',
    '---',
    '\n',
  ],
  ...[
    '\n\n',
    '\r\n',
    '\t',
    '    ',
    '> ',
    '- ',
    '1. ',
    '# ',
    '`',
    '```',
    '~',
    '$',
    '$$',
    '*',
    '_',
    '[',
    ']',
  ],
  ...[
    '(',
    ')',
    '![',
    '](/i)',
    '](javascript:j)',
    '[^k]',
    '[^k]: ',
    '|',
    '|-|',
    'title: ',
    '&#x202e;',
    '\\',
  ],
  ...[
    '\uFEFF',
    '\u202e',
    '\u0000',
    '\ud800',
    '中',
    '😀',
    'a',
    ' ',
    '"',
    "'",
    '=',
    ':',
    '@',
    'https://l.m',
    '!',
  ],
)
const document = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }),
)
const runs = { numRuns: 1_500 }

/** The text in which places are counted; the invalid bytes of a file count one each, as here. */
function asRead(input: string | Uint8Array): string {
  const text =
    typeof input === 'string' ? input : new TextDecoder('utf-8', { ignoreBOM: true }).decode(input)
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
}

function typesIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesIn) : [])]
}

describe('whatever is written', () => {
  it('the gate answers, and each problem lies inside the document and is in words', () => {
    fc.assert(
      fc.property(document, (input) => {
        const lines = asRead(input).split('\n')
        const { ok, problems, lesson } = checkLesson(input, { locale: 'zh-CN' })
        expect(ok).toBe(problems.every(({ severity }) => severity === 'warning'))
        expect(lesson !== undefined).toBe(ok)
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
          expect(message).toMatch(/。$/)
        }
      }),
      runs,
    )
  })

  it('what is accepted holds no code, and is accepted again without its front matter', () => {
    let accepted = 0
    fc.assert(
      fc.property(document, (input) => {
        const { lesson } = checkLesson(input)
        if (!lesson) return
        accepted += 1
        const types = typesIn(lesson.tree)
        expect(types).not.toContain('mdxjsEsm')
        expect(types).not.toContain('html')
        const text = JSON.stringify(lesson.tree, (key, value) =>
          key === 'position' ? undefined : value,
        )
        expect(text).not.toMatch(/"type":"mdxJsxExpressionAttribute"|"url":"javascript/)
        expect(text).not.toMatch(
          /"type":"(?:Identifier|CallExpression|MemberExpression|SpreadElement)"/,
        )
        if (!lesson.source.startsWith('---')) expect(checkLesson(lesson.source).ok).toBe(true)
      }),
      runs,
    )
    // The property would say nothing if everything were refused.
    expect(accepted).toBeGreaterThan(50)
  })
})
