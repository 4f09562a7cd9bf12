import { describe, expect, it } from 'vitest'
import { cpuMsOf, findingsIn } from '#tests/attack/mdx/verdict.ts'

describe('a lesson that does not parse', () => {
  it.each<[document: string, ...findings: string[]]>([
    ['<Note>{...x}</Note>', 'SPREAD.content@1:7', 'EXPR.expression@1:7', 'PARSE.expression@1:8'],
    [
      '<Callout title="x" {...{}}>{...y}</Callout>',
      'SPREAD.spread@1:1',
      'SPREAD.content@1:28',
      'EXPR.expression@1:28',
      'PARSE.expression@1:29',
    ],
    ['x {/* a */ ...y} z', 'SPREAD.content@1:3', 'EXPR.expression@1:3', 'PARSE.expression@1:12'],
    ['<Callout {...x title="y"/>', 'SPREAD.spread@1:1', 'PARSE.opened@1:10', 'PARSE.unclosed@1:27'],
    ['<Callout {...x}', 'PARSE.opened@1:1', 'SPREAD.spread@1:1', 'PARSE.unclosed@1:16'],
    [
      'x <kbd {...a}>b',
      'PARSE.tag-crosses-block@1:1',
      'PARSE.unclosed-tag@1:3',
      'SPREAD.spread@1:3',
    ],
    [
      '<Callout {...x}>\n\n{y.}\n\n</Callout>',
      'SPREAD.spread@1:1',
      'EXPR.expression@3:1',
      'PARSE.expression@3:4',
    ],
    [
      '<Note a={b.} {...c}>d</Note>',
      'ATTR.unknown@1:1',
      'ATTR_EXPR.value@1:1',
      'SPREAD.spread@1:1',
      'PARSE.expression@1:12',
    ],
    [
      '<Callout onClick={() => { alert(1) }>x</Callout>',
      'ATTR.unknown@1:1',
      'ATTR_EXPR.value@1:1',
      'PARSE.expression@1:36',
    ],
    [
      '<Callout onClick={alert(1)>x</Callout>',
      'ATTR.unknown@1:1',
      'ATTR_EXPR.value@1:1',
      'PARSE.opened@1:18',
      'PARSE.unclosed@1:39',
    ],
    ['<Callout onClick="alert(1)>x</Callout>', 'ATTR.unknown@1:1', 'PARSE.unclosed@1:39'],
    ['<Callout onclick=alert(1)>x</Callout>', 'ATTR.unknown@1:1', 'PARSE.unquoted@1:18'],
    [
      '<Callout onClick={() => 1}>x',
      'PARSE.tag-crosses-block@1:1',
      'PARSE.unclosed-tag@1:1',
      'ATTR.unknown@1:1',
      'ATTR_EXPR.value@1:1',
    ],
    [
      '<Callout style={{a:1}>x</Callout>',
      'ATTR.unknown@1:1',
      'ATTR_EXPR.value@1:1',
      'PARSE.expression@1:21',
    ],
    [
      '<Callout title={"a"+b}>{c</Callout>',
      'ATTR_EXPR.value@1:1',
      'PARSE.opened@1:24',
      'PARSE.unclosed@1:36',
    ],
    [
      '<Callout title={/* a */}>{b}</Callout>',
      'ATTR_EXPR.value@1:1',
      'PARSE.expression@1:17',
      'EXPR.expression@1:26',
    ],
    [
      '<Note title={a.}>{b.}</Note>',
      'ATTR_EXPR.value@1:1',
      'PARSE.expression@1:16',
      'EXPR.expression@1:18',
    ],
    [
      'import x from "y"\n{unclosed',
      'ESM.module@1:1',
      'PARSE.opened@2:1',
      'PARSE.module@2:10',
      'PARSE.unclosed@2:10',
    ],
    [
      'import x from "y"\n\n<!-- c -->\n\n{z}',
      'ESM.module@1:1',
      'PARSE.comment@3:2',
      'EXPR.expression@5:1',
    ],
    [
      '# t\n\nexport const a = {b: 1\n\n{c}',
      'ESM.module@3:1',
      'PARSE.module@5:1',
      'EXPR.expression@5:1',
    ],
    ['export const a = {', 'ESM.module@1:1', 'PARSE.module@1:19'],
    ['<script>', 'PARSE.unclosed-tag@1:1', 'COMPONENT.unknown@1:1'],
    ['<script src=//evil.example/x.js></script>', 'COMPONENT.unknown@1:1', 'PARSE.unquoted@1:13'],
    [
      '<style>body{color:red;}</style>',
      'COMPONENT.unknown@1:1',
      'EXPR.expression@1:12',
      'PARSE.expression@1:18',
    ],
    ['<img src="x" onerror="alert(1)">', 'PARSE.unclosed-tag@1:1', 'COMPONENT.unknown@1:1'],
    [
      '<Figure src="https://evil.example/x.png" alt="x">',
      'PARSE.unclosed-tag@1:1',
      'URL.picture@1:1',
    ],
    [
      '<Figure src="/assets/../x" {...a} {b.} />',
      'URL.picture-parent@1:1',
      'SPREAD.spread@1:1',
      'PARSE.expression@1:37',
    ],
    ['<Quiz id="../x">', 'PARSE.unclosed-tag@1:1', 'ATTR.id@1:1'],
    [
      '<Lab id="a" cmd={x}',
      'PARSE.opened@1:1',
      'ATTR.unknown@1:1',
      'ATTR_EXPR.value@1:1',
      'PARSE.unclosed@1:20',
    ],
    [
      '<a:b c={d}',
      'PARSE.opened@1:1',
      'COMPONENT.unknown@1:1',
      'ATTR_EXPR.value@1:1',
      'PARSE.unclosed@1:11',
    ],
    [
      '<a {...b}>{c}</d>',
      'PARSE.unclosed-tag@1:1',
      'COMPONENT.unknown@1:1',
      'SPREAD.spread@1:1',
      'EXPR.expression@1:11',
      'PARSE.closing-tag@1:14',
    ],
    [
      '<Foo.Bar {...x}>{y}</Foo.Baz>',
      'PARSE.unclosed-tag@1:1',
      'COMPONENT.unknown@1:1',
      'SPREAD.spread@1:1',
      'EXPR.expression@1:17',
      'PARSE.closing-tag@1:20',
    ],
    ['</Note>\n\n{x}', 'PARSE.closing-tag@1:2', 'EXPR.expression@3:1'],
    [
      '<Callout></Note>{x}',
      'PARSE.unclosed-tag@1:1',
      'PARSE.closing-tag@1:10',
      'EXPR.expression@1:17',
    ],
    ['<>x\n\n{y}', 'PARSE.tag-crosses-block@1:1', 'PARSE.unclosed-tag@1:1', 'EXPR.expression@3:1'],
    [
      '[x](javascript:alert(1)) {b.}',
      'URL.form@1:1',
      'EXPR.expression@1:26',
      'PARSE.expression@1:29',
    ],
    ['![x](http://evil.example/x.png) <!-- {c} -->', 'URL.picture@1:1', 'PARSE.comment@1:34'],
    ['- [x](javascript:1)\n- <br>\n- {y', 'URL.form@1:3', 'PARSE.opened@3:3', 'PARSE.unclosed@3:5'],
    ['> {a\nb}', 'EXPR.expression@1:3', 'PARSE.syntax@2:1'],
    ['<https://a:b@c.cn> {d}', 'PARSE.link-in-angles@1:8', 'EXPR.expression@1:20'],
    ['`{x}` {y.} `<b>`', 'EXPR.expression@1:7', 'PARSE.expression@1:10'],
    ['\\{x\\} {y.} \\<z', 'EXPR.expression@1:7', 'PARSE.expression@1:10'],
    ['{"a" + {b.}} {c}', 'EXPR.expression@1:1', 'PARSE.expression@1:10', 'EXPR.expression@1:14'],
    ['{/* a } {b}', 'EXPR.expression@1:1', 'PARSE.expression@1:2', 'EXPR.expression@1:9'],
    ['a{`$\x7bb}`}{`$\x7bc', 'EXPR.expression@1:2', 'PARSE.opened@1:13', 'PARSE.unclosed@1:15'],
    ['<![CDATA[{x}]]>', 'PARSE.comment@1:2', 'EXPR.expression@1:10'],
    [
      'one {a.}\n\ntwo {...b}\n\nthree <c {...d}>\n\nfour [x](javascript:1) {e',
      'EXPR.expression@1:5',
      'PARSE.expression@1:8',
      'SPREAD.content@3:5',
      'EXPR.expression@3:5',
      'PARSE.expression@3:6',
      'COMPONENT.unknown@5:7',
      'SPREAD.spread@5:7',
      'URL.form@7:6',
      'PARSE.opened@7:24',
      'PARSE.unclosed@7:26',
    ],
    [
      '- {a.}\n  ```\n  {b}\n  ```\n- {...c}',
      'EXPR.expression@1:3',
      'PARSE.expression@1:6',
      'SPREAD.content@5:3',
      'EXPR.expression@5:3',
    ],
    ['a <b', 'PARSE.opened@1:3', 'PARSE.unclosed@1:5'],
    ['a <b c="d"', 'PARSE.opened@1:3', 'COMPONENT.unknown@1:3', 'PARSE.unclosed@1:11'],
  ])('is told all that can be named: %j', (document, ...findings) => {
    expect(findingsIn(document).toSorted()).toEqual(findings.toSorted())
  })

  it('is told of one failure in a paragraph, and of each that has a paragraph of its own', () => {
    const document = '{a.} {b.}\n\n<Note c={d.} />\n\n{e.}'
    const failures = findingsIn(document).filter((found) => found.startsWith('PARSE'))
    expect(failures).toEqual([
      'PARSE.expression@1:4',
      'PARSE.expression@3:12',
      'PARSE.expression@5:4',
    ])
  })

  it('is read again only as often as its length allows', () => {
    const broken = `${'{a.} 请阅读。\n\n'.repeat(250)}${'网络安全基础，请阅读。\n\n'.repeat(2_000)}`
    expect(cpuMsOf(() => findingsIn(broken))).toBeLessThan(2_000)
    expect(findingsIn(broken).slice(0, 2)).toEqual(['EXPR.expression@1:1', 'PARSE.expression@1:4'])
  })
})
