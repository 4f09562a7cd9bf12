import { describe, expect, it } from 'vitest'
import { findingsIn } from '#tests/attack/mdx/verdict.ts'
import { refusedCharacterIn } from './domain/gate/characters.ts'
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
    ['---\ntitle: "a\\u202eb"\n---\n', 'ENCODING.bidi@2:10'],
    ['---\ntitle: "\\\\a\\0b"\n---\n', 'ENCODING.control@2:12'],
    ['---\ntitle: "a\\u0000b\\x00"\n---\n', 'ENCODING.control@2:10'],
    ['---\nsummary: >-\n  \\u202e\ntags: [a, "\\eb"]\n---\n', 'ENCODING.control@4:12'],
    ['---\ntags: "\\U0000202e"\n---\n', 'ENCODING.bidi@2:8'],
    ['---\ntitle: "\\ud800"\n---\n', 'ENCODING.surrogate@2:9'],
    ['---\ntitle: "\\t\\n\\ud83d\\ude00"\n---\n'],
    ['a [x](https://a.cn/&#x202e;b)', 'ENCODING.bidi@1:3'],
    ['[x](mailto:a@b.cn,&#x202e;c@d.cn)', 'ENCODING.bidi@1:1'],
    ['![x](/assets/a&#x2066;b.png)', 'ENCODING.bidi@1:1'],
    ['[x][y]\n\n[y]: /a&#x202e;', 'ENCODING.bidi@3:1'],
    ['<Figure src="/assets/a&#x202e;gnp.exe.png" alt="x" />', 'ENCODING.bidi@1:1'],
    ['<Figure src={"/assets/a\\ud800"} alt="x" />', 'ENCODING.surrogate@1:1'],
    ['<Callout type="&#x202e;">a</Callout>', 'ADVICE.callout-type@1:1', 'ENCODING.bidi@1:1'],
    ['<Quiz id="&#x202e;" />', 'ATTR.id@1:1', 'ENCODING.bidi@1:1'],
    ['```js&#x202e;\na\n```', 'ENCODING.bidi@1:1'],
    ['```js &#x202e;\na\n```', 'ENCODING.bidi@1:1'],
    ['[x](https://a.cn/%E2%80%AEb)', 'URL.control@1:1'],
    ['![x](/assets/%e2%81%a6.png)', 'URL.control@1:1'],
    ['a \uFEFFb', 'ADVICE.byte-order-mark@1:3'],
  ])('%j', (document, ...findings) => {
    expect(findingsIn(document).toSorted()).toEqual(findings)
  })

  it('that are refused are not repeated in the sentence about them', () => {
    const { problems } = checkLesson('---\n"\\e[31m": a\n---\n[a](ftp://\u202e)')
    expect(refusedCharacterIn(problems.map(({ message }) => message).join())).toBe(-1)
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
