import { describe, expect, it } from 'vitest'
import { findingsIn } from '#tests/attack/mdx/verdict.ts'

/** Addresses as they stand in `[a](…)`, and why a link may not lead there. */
const links: [address: string, detail: string][] = [
  ['JAVASCRIPT:alert(1)', 'form'],
  ['javascript:%61lert(1)', 'form'],
  ['&#106;avascript:alert(1)', 'form'],
  ['javascript&colon;alert(1)', 'form'],
  ['javascript%3Aalert(1)', 'form'],
  ['java&Tab;script:alert(1)', 'control'],
  ['java&NewLine;script:alert(1)', 'control'],
  ['java%0Ascript:alert(1)', 'control'],
  ['<&#32;javascript:alert(1)>', 'form'],
  ['<  javascript:alert(1)>', 'form'],
  ['data:,x', 'form'],
  ['DATA:text/html,x', 'form'],
  ['view-source:https://a.cn', 'form'],
  ['ftp://a.cn/', 'form'],
  ['tel:110', 'form'],
  ['ws://a.cn', 'form'],
  ['about:blank', 'form'],
  ['intent://a#Intent;end', 'form'],
  ['//evil.example', 'protocol-relative'],
  ['///evil.example', 'protocol-relative'],
  ['/%2Fevil.example', 'protocol-relative'],
  ['/%5Cevil.example', 'protocol-relative'],
  ['/a%5Cb', 'backslash'],
  ['\\\\\\\\evil.example', 'backslash'],
  ['https:\\\\\\\\evil.example', 'backslash'],
  ['https://a.cn\\\\@evil.example', 'backslash'],
  ['https:/a.cn', 'form'],
  ['https:a.cn', 'form'],
  ['https://', 'form'],
  ['https:///a.cn', 'form'],
  ['https://[a', 'form'],
  ['<https://a b/>', 'form'],
  ['https://a@b.cn/', 'user-info'],
  ['https://a:b@c.cn/', 'user-info'],
  ['HTTP://a%40b@c.cn/', 'user-info'],
  ['https://a.cn/%zz', 'percent'],
  ['/a%', 'percent'],
  ['/a%4', 'percent'],
  ['/%c0%ae', 'percent'],
  ['#%ff', 'percent'],
  ['https://a.cn/?q=%D6%', 'percent'],
  ['https://a.cn/?q=%D6%D', 'percent'],
  ['https://a.cn/?q=%zz', 'percent'],
  ['https://a.cn/%D6%D0?q=a', 'percent'],
  ['https://a.cn/?q=%D6%D0#%ff', 'percent'],
  ['https://a.cn/?q=%D6%0A', 'control'],
  ['mailto:a@b.cn?subject=a%0D%0ABcc:c@d.cn', 'control'],
  ['mailto:', 'form'],
  ['/a%00', 'control'],
  ['/a&#x7f;', 'control'],
  ['lesson.md', 'form'],
  ['./a', 'form'],
  ['../a', 'form'],
  ['?a=1', 'form'],
  ['', 'form'],
]

/** Addresses of pictures, and why they may not be shown. */
const pictures: [address: string, detail: string][] = [
  ['https://a.cn/a.png', 'picture'],
  ['//a.cn/a.png', 'protocol-relative'],
  ['data:image/png;base64,AA==', 'picture'],
  ['/a.png', 'picture'],
  ['/Assets/a.png', 'picture'],
  ['/assets', 'picture'],
  ['/assets/', 'picture'],
  ['assets/a.png', 'picture'],
  ['#a', 'picture'],
  ['mailto:a@b.cn', 'picture'],
  ['/assets/../a.png', 'picture-parent'],
  ['/assets/a/%2e%2e/b.png', 'picture-parent'],
  ['/assets/.%2E/b.png', 'picture-parent'],
  ['/assets/%252e%252e/b.png', 'picture-parent'],
  ['/assets/%25252e%25252e/b.png', 'picture-parent'],
  ['/assets/%255c/b.png', 'backslash'],
  ['/assets/a%zz.png', 'percent'],
  ['/assets/%c0%ae%c0%ae/b.png', 'percent'],
  ['/assets/a%0a.png', 'control'],
]

describe('a link', () => {
  it.each(links)('is not to %s', (address, detail) => {
    expect(findingsIn(`a\n\n* [a](${address})`)).toEqual([`URL.${detail}@3:3`])
  })

  it.each([
    ['in a definition', '[a][b]\n\n[b]: javascript:alert(1)', ['URL.form@3:1']],
    ['in a definition nobody uses', '[b]: <javascript:alert(1)> "c"', ['URL.form@1:1']],
    ['around a picture', '[![a](/assets/a.png)](javascript:alert(1))', ['URL.form@1:1']],
    ['found in text', 'see https://a:b@c.cn/d', ['URL.user-info@1:5']],
    ['in a footnote', 'a[^1]\n\n[^1]: [b](vbscript:c)', ['URL.form@3:7']],
    ['in a table', '| a |\n| - |\n| [b](file:///c) |', ['URL.form@3:3']],
    ['in a component', '<Note>\n[a](blob:b)\n</Note>', ['URL.form@2:1']],
  ])('is checked %s', (_where, document, findings) => {
    expect(findingsIn(document)).toEqual(findings)
  })
})

describe('a picture', () => {
  it.each(pictures)('is not %s', (address, detail) => {
    expect(findingsIn(`a ![b](${address})`)).toEqual([`URL.${detail}@1:3`])
    expect(findingsIn(`<Figure src="${address}" alt="b" />`)).toEqual([`URL.${detail}@1:1`])
  })

  it.each([
    [
      'by a reference',
      '![a][b]\n\n[b]: https://c.cn/d.png',
      ['URL.picture@1:1', 'URL.picture@3:1'],
    ],
    [
      'by the first of two definitions',
      '![a]\n\n[a]: /b\n[a]: /assets/c.png',
      ['URL.picture@1:1', 'URL.picture@3:1'],
    ],
    ['in a link', '[![a](http://b.cn/c.gif)](/d)', ['URL.picture@1:2']],
    ['where src is no text', '<Figure src={1} alt="" />', ['URL.picture@1:1']],
    ['where src has no value', '<Figure src alt="" />', ['URL.picture@1:1']],
    ['where src is a list', '<Figure src={["/assets/a"]} alt="" />', ['URL.picture@1:1']],
    ['where src is computed', '<Figure src={a} alt="" />', ['ATTR_EXPR.value@1:1']],
  ])('is checked %s', (_where, document, findings) => {
    expect(findingsIn(document)).toEqual(findings)
  })
})
