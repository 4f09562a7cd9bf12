import { describe, expect, it } from 'vitest'
import { findingsIn } from '#tests/attack/mdx/verdict.ts'
import { checkLesson } from './gate.server.ts'

function bytes(...pieces: (string | number[])[]): Uint8Array {
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)))
}

describe('characters', () => {
  it.each([
    ['a\u0000', 'ENCODING.control@1:2'],
    ['a\n\u0007b', 'ENCODING.control@2:1'],
    ['a\u007f', 'ENCODING.control@1:2'],
    ['a\u0085', 'ENCODING.control@1:2'],
    ['a\u000c', 'ENCODING.control@1:2'],
    ['a\rb', 'ENCODING.control@1:2'],
    ['a\r\r\nb', 'ENCODING.control@1:2'],
    ...[
      '\u202a',
      '\u202b',
      '\u202c',
      '\u202d',
      '\u202e',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
    ].map((character) => [`😀中${character}`, 'ENCODING.bidi@1:4']),
    ['\uFEFFa\u2066', 'ENCODING.bidi@1:2'],
    ['---\ntitle: "\u202e"\n---\n', 'ENCODING.bidi@2:9'],
    ['```\n\u202e\n```', 'ENCODING.bidi@2:1'],
    ['a\ud800', 'ENCODING.surrogate@1:2'],
    ['\udc00\ud800', 'ENCODING.surrogate@1:1', 'ENCODING.surrogate@1:2'],
    ['a\n  b &#x202E; c', 'ENCODING.bidi@2:5'],
    ['a &#8238;', 'ENCODING.bidi@1:3'],
    ['<Note title="&#x2067;">a</Note>', 'ENCODING.bidi@1:1'],
    ['{"\\u202e"}', 'ENCODING.bidi@1:1'],
    ['a \uFEFFb', 'ADVICE.byte-order-mark@1:3'],
  ])('%j', (document, ...findings) => {
    expect(findingsIn(document)).toEqual(findings)
  })

  it.each<[Uint8Array, ...string[]]>([
    [bytes([0xff]), 'ENCODING.utf-8@1:1'],
    [bytes('中😀', [0x80], 'a'), 'ENCODING.utf-8@1:4'],
    [
      bytes('a\r\n\r\n中', [0xe4, 0xb8], '\r\nb', [0xff]),
      'ENCODING.utf-8@3:2',
      'ENCODING.utf-8@4:2',
    ],
    [bytes([0xef, 0xbb, 0xbf], '---\r\ntitle: x\r\n---\r\n', [0xc0]), 'ENCODING.utf-8@4:1'],
    [bytes([0xc0, 0xae]), 'ENCODING.utf-8@1:1', 'ENCODING.utf-8@1:2'],
    [bytes([0xed, 0xa0, 0x80]), ...[1, 2, 3].map((at) => `ENCODING.utf-8@1:${at}`)],
    [bytes([0xf4, 0x90, 0x80, 0x80]), ...[1, 2, 3, 4].map((at) => `ENCODING.utf-8@1:${at}`)],
    [bytes([0xe0, 0x80]), 'ENCODING.utf-8@1:1', 'ENCODING.utf-8@1:2'],
    [bytes([0xf0, 0x9f, 0x98]), 'ENCODING.utf-8@1:1'],
    [bytes('# 政务', [0xb5, 0xc4]), 'ENCODING.utf-8@1:5', 'ENCODING.utf-8@1:6'],
  ])('bytes %j', (document, ...findings) => {
    expect(findingsIn(document)).toEqual(findings)
  })

  it('reads bytes and text alike, without mark and with line feeds', () => {
    const document = '\uFEFF---\r\ntitle: 密码\r\n---\r\n\r\n# a\r\n\r\n😀 {" "}'
    const lesson = checkLesson(document).lesson
    expect(lesson?.source).toBe('\n# a\n\n😀 {" "}')
    expect(lesson?.frontMatter).toEqual({ title: '密码' })
    expect(checkLesson(new TextEncoder().encode(document)).lesson).toEqual(lesson)
  })
})
