import { describe, expect, it } from 'vitest'
import { findingsIn } from '#tests/attack/mdx/verdict.ts'
import { checkLesson } from './gate.server.ts'

const accepted = [
  '政务数据分类分级：先摸清家底，再定级别。**重点**是个人信息。',
  'A literal \\{ and \\} and \\< and 1 < 2.',
  'a{" "}b{"{"}c{5}d{true}e{`plain`}',
  '{/* for the reviewer:\n\nmore than a line */}\n\na',
  'a {/* here */ "b"}',
  '公式 $x^2 + \\frac{1}{2}$。\n\n$$\n\\sum_{i=1}^{n} i\n$$',
  '| 部门 | 人数 |\n| :-- | --: |\n| 甲 `a|b` | 1 |',
  '- [x] a\n- [ ] b\n\n1. c\n   - d\n\n     e',
  'a[^1] and [^名]\n\n[^1]: b **c**\n\n[^名]: d',
  '~~old~~ *em* **strong** ***both*** `code` ``a`b``',
  "```sql\nSELECT * FROM t WHERE a <> '{x}'; -- <script>\n```",
  '````md\n```js\nimport a from "b"\nexport default {}\n```\n````',
  '~~~\n{process.env}\n<!-- a -->\n~~~',
  '`<script>alert(1)</script>` and `{x}` and `import a`',
  'Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, H<sub>2</sub>O, x<sup>2</sup>, a<br/>b, <abbr title="a">b</abbr>.',
  '<Callout type="tip">\n\n- a\n\n<Note title="b">\n\n> c\n\n</Note>\n\n</Callout>',
  '<Tabs>\n<Tab label="甲">\n\na\n\n</Tab>\n<Tab label={"乙"}>\n\nb\n\n</Tab>\n</Tabs>',
  '<Steps labels={["一", 2, true]}>\n\na\n\n</Steps>\n\n<Compare left="a" right="b">\n\na\n\n---\n\nb\n\n</Compare>',
  '<Figure src="/assets/course/图.png" alt="图" width="640" height={480} zoom caption="c" />',
  '<Figure src={"/assets/a%20b.svg#c"} alt={"a"} zoom={false} />',
  '<Quiz id="q-1" />\n\n<Lab id="Lab_2" />\n\n<Term id="tls">TLS</Term>',
  `<Quiz id="${'a'.repeat(64)}" />\n\n<Quiz id="a" />`,
  '<Details summary="a &amp; b &lt;c&gt;">\n\nd\n\n</Details>\n\n<Sources>\n\n- [a](https://b.cn/)\n\n</Sources>',
  '[a](https://a.gov.cn:8080/b?c=d&e=f%20g#h) [b](HTTP://A.CN) [c](mailto:a@b.cn) [d](/) [e](#) [f](#中文)',
  '[a](/x/%E4%B8%AD) [b](/x?y=a@b) [c](https://a.cn/@b) [d](https://例子.中国/路径)',
  '[a](https://a.cn/?q=%D6%D0&b=%E4%B8%AD#%E4%B8%AD) [b](mailto:a@b.cn?subject=%d6%d0) [c](/d?e=%b0%a1)',
  '[a][b] ![c][d] [b]\n\n[b]: https://a.cn "t"\n[d]: /assets/e.png',
  'www.a.gov.cn, https://b.cn/c_(d)。 e@f.cn',
  '# a\n\n## b {" "}\n\nc\n===\n\n***\n\n- - -',
  'import("x") is a call; important; exports are goods.',
  'a — “b” … 👩‍💻 🇨🇳 \u200bzero \u200e \u2028 e\u0301',
  '\ta tab first\n\n\tanother',
  '&amp; &copy; &#x4e2d; &nbsp; &#1; \\* \\_ \\`',
  'a\\\nb  \nc',
  '> 甲\n>\n> - 乙\n\n1) 丙',
  '$5 and $6, `$HOME`',
  '\n\n\n',
]

const advice: [document: string, ...findings: string[]][] = [
  ['> <Quiz id="a" />', 'ADVICE.nested@1:3'],
  ['a <Lab id="a" /> b', 'ADVICE.nested@1:3'],
  ['![](/assets/a.png)', 'ADVICE.alt@1:1'],
  ['<Figure alt="a" />', 'ADVICE.source@1:1'],
  ['<Figure src="/assets/a.png" />', 'ADVICE.alt@1:1'],
  ['<Callout type="loud">a</Callout>', 'ADVICE.callout-type@1:1'],
  ['<Note title="a" title="b">c</Note>', 'ADVICE.repeated@1:1'],
  ['<Term>a</Term>', 'ADVICE.term@1:1'],
]

describe('the gate', () => {
  it.each(accepted)('accepts without a word %j', (document) => {
    expect(findingsIn(document)).toEqual([])
    expect(checkLesson(document)).toMatchObject({ ok: true, lesson: { source: document } })
  })

  it.each(advice)('advises on %j and accepts it', (document, ...findings) => {
    expect(findingsIn(document)).toEqual(findings)
    expect(checkLesson(document).ok).toBe(true)
  })

  it('checks a hundred ordinary lessons well within twenty seconds', () => {
    const block = accepted.filter((document) => !/^\[?(?:a\]\[b|\^)/.test(document)).join('\n\n')
    const lesson = `---\ntitle: 甲\n---\n\n${block}\n\n${'网络安全基础，请阅读。\n\n'.repeat(60)}`
    const before = performance.now()
    for (let count = 0; count < 100; count += 1) expect(checkLesson(lesson).ok).toBe(true)
    expect(performance.now() - before).toBeLessThan(20_000)
  })
})
