import { describe, expect, it } from 'vitest'
import { findingsIn } from '#tests/attack/mdx/verdict.ts'

const inLines = (text: string) => text.replace(/.{15000}/g, '$&\n')
const table = (bars: number) => {
  const cells = bars - 1
  return `|${'a|'.repeat(cells)}\n|${'-|'.repeat(cells)}\n`
}
const definitions = (count: number) =>
  Array.from({ length: count }, (_, index) => `[a${index}]: /b`).join('\n')
const nested = (depth: number) => `${'<Note>\n'.repeat(depth)}${'</Note>\n'.repeat(depth)}`

/** What a document of `n` is, the largest `n` that passes, and where one more is found. */
const counted: [limit: string, largest: number, document: (n: number) => string, place: string][] =
  [
    [
      'document',
      256 * 1024,
      (n) =>
        `${'word '.repeat(20)}

`
          .repeat(2_600)
          .slice(0, n),
      '1:1',
    ],
    ['line', 20_000, (n) => `a\n${'b'.repeat(n)}`, '2:1'],
    ['brackets', 1_500, (n) => inLines('[a] '.repeat(n)), '1:6001'],
    ['emphasis', 8_000, (n) => '*a* '.repeat(n >> 1) + '*'.repeat(n % 2), '1:16001'],
    ['braces', 300, (n) => '{1} '.repeat(n), '1:1201'],
    ['brace-depth', 16, (n) => `\`\`\`\n${'{'.repeat(n)}${'}'.repeat(n)}\n\`\`\``, '2:17'],
    ['angles', 2_000, (n) => 'a < '.repeat(n), '1:8003'],
    ['backticks', 64, (n) => `a ${'`'.repeat(n)}b${'`'.repeat(n)}`, '1:3'],
    ['footnotes', 400, (n) => `${'a[^b] '.repeat(n)}\n\n[^b]: c`, '1:2402'],
    ['bars', 200, table, '1:1'],
    ['definitions', 500, definitions, '501:1'],
    ['headings', 500, (n) => '# a\n'.repeat(n), '501:1'],
    ['quotes', 32, (n) => `a\n\n${'> '.repeat(n)}b`, '3:1'],
    ['quotes', 32, (n) => `a\n\n${'>'.repeat(n)}b`, '3:1'],
    ['quotes', 32, (n) => `a\n\n- ${'> '.repeat(n)}b`, '3:1'],
    ['quotes', 32, (n) => `1. > * ${'> '.repeat(n - 1)}b`, '1:1'],
    ['indent', 64, (n) => `a\n${' '.repeat(n)}b`, '2:1'],
    ['depth', 48, nested, '49:1'],
  ]

describe('a limit', () => {
  it.each(counted)('on %s lets %d pass and no more', (limit, largest, document, place) => {
    expect(findingsIn(document(largest)).filter((found) => found.startsWith('LIMIT'))).toEqual([])
    expect(findingsIn(document(largest + 1))).toContain(`LIMIT.${limit}@${place}`)
  })

  it('on indent counts a tab to the next multiple of four', () => {
    expect(findingsIn(`a\n${'\t'.repeat(16)}b`)).toEqual([])
    expect(findingsIn(`a\n ${'\t'.repeat(16)} b`)).toEqual(['LIMIT.indent@2:1'])
    expect(findingsIn(`${' '.repeat(80)}\n\na`)).toEqual([])
  })

  it('on headings counts underlined ones too', () => {
    const document = 'a\n=\n\n'.repeat(500)
    expect(findingsIn(document)).toEqual([])
    expect(findingsIn(`${document}b\n-`)).toEqual(['LIMIT.headings@1501:1'])
  })

  it('on definitions counts notes, and labels of several lines', () => {
    const notes = definitions(499).replaceAll('[a', '[^a')
    expect(findingsIn(`${notes}\n\n[b\nc]: /d`)).toEqual([])
    expect(findingsIn(`${notes}\n\n[b\nc]: /d\n\n[e]: /f`)).toEqual(['LIMIT.definitions@504:1'])
  })

  it('on footnotes leaves out what defines them', () => {
    const uses = 'a[^b] '.repeat(300)
    expect(findingsIn(`${uses}\n\n${definitions(200).replaceAll('[a', '[^a')}`)).toEqual([])
  })

  it('on nodes is met by the tree', () => {
    const cells = (rows: number) => `a|b\n-|-\n${'a|b\n'.repeat(rows)}`
    expect(findingsIn(cells(5_000))).toEqual([])
    // Five nodes a row: whichever comes first, the count or the clock.
    expect(findingsIn(cells(12_100)).join()).toMatch(/^LIMIT\.(?:nodes@12001|time@1):\d+$/)
  })

  it('is named beside the others that are passed, and beside what needs no parsing', () => {
    const document = `---\ntitle: true\n---\n\u202e\n${'#\n'.repeat(501)}${'{'.repeat(17)}`
    expect(findingsIn(document)).toEqual([
      'FRONTMATTER.text@2:1',
      'ENCODING.bidi@4:1',
      'LIMIT.headings@505:1',
      'LIMIT.brace-depth@506:17',
    ])
  })

  it('on braces does not count those that are closed or escaped as open', () => {
    expect(findingsIn('a \\{ '.repeat(100))).toEqual([])
    expect(findingsIn('{1}'.repeat(100))).toEqual([])
  })

  it.each([
    ['in a span', '第1步：输入`{`，然后回车。\n'.repeat(20)],
    ['in spans of one line', 'a `{` b ``{`{`` '.repeat(20)],
    ['in a fence', '```js\nif (a) {\n```\n\n'.repeat(20)],
    ['in a fence of a list', '- a\n  ~~~~\n  {{\n  ~~~\n  ~~~~\n'.repeat(20)],
  ])('on braces counts none that code left open %s', (_where, document) => {
    expect(findingsIn(document)).toEqual([])
  })

  it('on braces counts those in code and around it', () => {
    const open = '{'.repeat(9)
    expect(findingsIn(`\`${open}${open}\``)).toEqual(['LIMIT.brace-depth@1:18'])
    expect(findingsIn(`${open} \`a\` ${open}`)).toEqual(['LIMIT.brace-depth@1:22'])
    expect(findingsIn(`${open} \`${open}\``)).toEqual(['LIMIT.brace-depth@1:19'])
    expect(findingsIn(`\`\`\`\n${open}\n~~~\n${open}`)).toEqual(['LIMIT.brace-depth@4:8'])
  })

  it('on the document counts bytes, not characters', () => {
    const line = `${'政'.repeat(21)}\n`
    expect(findingsIn(line.repeat(4_096))).toEqual([])
    expect(findingsIn(`${line.repeat(4_096)}a`)).toEqual(['LIMIT.document@1:1'])
  })
})
