import { describe, expect, it } from 'vitest'
import { renderLesson } from './compile-lesson-render.server.ts'
import type { CompiledLesson } from './domain/compiled-lesson.ts'
import { checkLesson } from './gate.server.ts'

/** Compiled as publishing does it: gated first, and only then rendered. */
async function publish(
  document: string,
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<CompiledLesson> {
  const { lesson, problems } = checkLesson(document)
  if (!lesson) throw new Error(`refused: ${problems[0]?.message}`)
  return renderLesson(lesson.source, locale)
}

async function htmlOf(document: string, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> {
  const { parts } = await publish(document, locale)
  return parts
    .map((part) => (part.kind === 'html' ? part.html : `[${part.kind} ${part.id}]`))
    .join('')
}

describe('a published lesson', () => {
  it('is split where a check or a lab belongs', async () => {
    const { parts } = await publish('a\n\n<Quiz id="q-1" />\n\nb\n\n<Lab id={"l_1"} />\n')
    expect(parts).toEqual([
      { kind: 'html', html: '<p>a</p>' },
      { kind: 'quiz', id: 'q-1' },
      { kind: 'html', html: '<p>b</p>' },
      { kind: 'lab', id: 'l_1' },
    ])
  })

  it('shows a nested check after its outermost block and links to it', async () => {
    expect(await htmlOf('> <Note>\n>\n> <Quiz id="q" />\n>\n> </Note>\n\nb', 'en')).toBe(
      '<blockquote>\n<div class="note" role="note"><p><a href="#quiz-q">Check</a></p></div>\n' +
        '</blockquote>[quiz q]<p>b</p>',
    )
    expect(await htmlOf('- see <Lab id="l" />\n')).toContain('see <a href="#lab-l">实验</a>')
  })

  it('cannot be given a place by its text', async () => {
    const text = '`<civic-part data-kind="quiz" data-id="x"></civic-part>`'
    const { parts } = await publish(`${text}\n\n~~~\n${text}\n~~~\n`)
    expect(parts.map(({ kind }) => kind)).toEqual(['html'])
  })

  it('has headings whose ids are prefixed, and anchors that follow', async () => {
    const { headings, parts } = await publish(
      '## 口令 `x` *强*\n\n[见](#口令-x-强) [外](#else)\n\n## 口令 `x` *强*\n\n### $x^2$\n\na[^1]\n\n[^1]: b',
    )
    expect(headings).toEqual([
      { id: 'h-口令-x-强', text: '口令 x 强', depth: 2 },
      { id: 'h-口令-x-强-1', text: '口令 x 强', depth: 2 },
      { id: expect.stringMatching(/^h-/), text: 'x^2', depth: 3 },
    ])
    const [part] = parts
    expect(part).toMatchObject({
      html: expect.stringContaining(`href="#${encodeURIComponent('h-口令-x-强')}"`),
    })
    expect(part).toMatchObject({ html: expect.stringContaining('href="#else"') })
  })

  it('holds neither script nor inline style, and its css loads nothing', async () => {
    const { parts, css } = await publish(
      [
        '| a | b |\n| :- | -: |\n| 1 | 2 |',
        '```js\nconst a = "<script>alert(1)</script>"\n```',
        '```html\n<b style="color:red" onclick="x()">x</b>\n```',
        '$\\color{red}{x} \\fbox{y} \\href{javascript:alert(1)}{z} \\htmlStyle{color:red}{w} \\oops$',
        '$$\n\\frac{1}{2\n$$',
        '- [x] a\n- [ ] b',
        '~~~brainfuck\n+\n~~~',
      ].join('\n\n'),
    )
    const html = JSON.stringify(parts)
    expect(html).not.toMatch(/<script|<style|<[^>]*\sstyle=|<[^>]*\son\w+=|href="javascript/i)
    expect(html).toContain('class=\\"align-right\\"')
    expect(html).toContain('&lt;script&gt;')
    expect(css).toMatch(/^(?:\.code-\w+\{[^{}<]*\})+$/)
    expect(css).not.toMatch(/url|@import|expression/i)
    expect(css).toContain('--shiki-dark')
  })

  it('says which links lead elsewhere', async () => {
    const html = await htmlOf('[a](https://a.gov.cn/) [b](/courses) b@a.cn')
    expect(html).toContain('<a href="https://a.gov.cn/" rel="noopener noreferrer">')
    expect(html).toContain('<a href="/courses">')
    expect(html).toContain('<a href="mailto:b@a.cn">')
  })

  it.each([
    ['<Callout type="tip" title="T">x</Callout>', '<div class="callout callout-tip" role="note">'],
    [
      '<Callout type="odd">\n\nx\n\n</Callout>',
      '<div class="callout callout-note" role="note"><p>',
    ],
    ['<Note title={5}>\n\nx\n\n</Note>', '<p class="note-title">5</p><p>x</p>'],
    ['<Steps>\n\n1. a\n\n</Steps>', '<div class="steps"><ol>'],
    [
      '<Steps labels={["甲"]}>\n\na\n\nb\n\n</Steps>',
      '<ol class="steps"><li><p class="step-label">甲</p><p>a</p></li><li><p>b</p></li></ol>',
    ],
    [
      '<Tabs>\n<Tab label="L">\n\nx\n\n</Tab>\n</Tabs>',
      '<section class="tab"><h3 class="tab-label">L</h3><p>x',
    ],
    ['<Details>\n\nx\n\n</Details>', '<details><summary>展开</summary><p>x</p></details>'],
    ['a <Term id="tls">TLS</Term>', '<dfn data-term="tls">TLS</dfn>'],
    [
      '<Compare left="L" right="R">\n\na\n\nb\n\n---\n\nc\n\n</Compare>',
      '<p class="compare-name">L</p><p>a</p><p>b</p></div><div class="compare-side"><p class="compare-name">R</p><p>c',
    ],
    [
      '<Sources>\n\n- a\n\n</Sources>',
      '<section class="sources"><h2 class="sources-title">资料来源</h2>',
    ],
    [
      '<Figure src="/assets/a.png" alt="甲" width={640} height="x" caption="C" />',
      '<figure><img src="/assets/a.png" alt="甲" width="640" loading="lazy"/><figcaption>C',
    ],
    ['<Figure src="/assets/a.png" alt="" zoom />', '<a href="/assets/a.png"><img'],
    ['![甲](/assets/a.png "T")', '<img src="/assets/a.png" alt="甲" title="T" loading="lazy"/>'],
    [
      'a <kbd>b</kbd><sub>c</sub><sup>d</sup><br>e</br><abbr title="f">g</abbr>',
      '</sup><br/><abbr title="f">',
    ],
    ['- [x] a', '<span class="task" role="img" aria-label="已完成">☑</span>'],
    ['a[^1]\n\n[^1]: b', '<h2 class="sr-only" id="footnote-label">脚注</h2>'],
    ['a {" "}{/* c */}{"b"} {5}', '<p>a  b 5</p>'],
    [
      '见 https://a.cn，**即** www.b.cn/c。',
      '<p>见 <a href="https://a.cn" rel="noopener noreferrer">https://a.cn</a>，<strong>即</strong> ' +
        '<a href="http://www.b.cn/c" rel="noopener noreferrer">www.b.cn/c</a>。</p>',
    ],
    ['a\n\n---js\n{" "}', '<p>a</p>\n<p>---js</p>'],
  ])('%s', async (document, expected) => {
    expect(await htmlOf(document)).toContain(expected)
  })

  it('comes out the same each time, and differs by language only in the added words', async () => {
    const document = '# A\n\n```sql\nselect 1\n```\n\n<Sources>\n\nx\n\n</Sources>'
    const [first, again, english] = [
      await publish(document),
      await publish(document),
      await publish(document, 'en'),
    ]
    expect(again).toEqual(first)
    expect(english.hash).not.toBe(first.hash)
    expect(english.blocks).toEqual(first.blocks)
  })
})

describe('the renderer by itself', () => {
  it.each([
    'import a from "node:fs"\n\n{a}',
    '{process.env.HOME}',
    '<Note {...x} />',
    '[a](javascript:alert(1))',
    '---js\n{ "a": process.exit() }\n---\n',
    '---\ntitle: {process.exit()}\n---\n',
  ])('refuses what the gate did not see: %s', async (source) => {
    await expect(renderLesson(source, 'en')).rejects.toThrow(/not gated|Cannot process MDX/)
  })

  it('never reads front matter, however the source begins', async () => {
    const source = '---js\nmodule.exports = globalThis.ran = true\n---\n\nx'
    await renderLesson(source, 'en').catch(() => undefined)
    expect(globalThis).not.toHaveProperty('ran')
  })
})

describe('blocks', () => {
  it('keep hash and id while others come and go and while white space changes', async () => {
    const { blocks } = await publish('# A\n\none two\n\n{/* note */}\n\n- x\n\none two')
    const [, moved] = (await publish('\n\nnew\n\none\ntwo\n')).blocks
    expect(blocks).toHaveLength(4)
    expect(moved).toEqual(blocks[1])
    expect(blocks[3]).toEqual({ id: `${blocks[1]?.id}-2`, hash: blocks[1]?.hash })
    expect(blocks[1]?.hash).toMatch(/^[0-9a-f]{16}$/)
  })
})
