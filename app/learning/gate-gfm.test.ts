import type { Link, Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { checkLesson } from './gate.server.ts'

function linksIn(node: Nodes): Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? node.children.flatMap(linksIn) : []
}

/** The addresses the gate makes links of in `document`, each as `address@column-column`. */
function addressesIn(document: string): string[] {
  const { lesson } = checkLesson(document)
  return linksIn(lesson?.tree ?? { type: 'root', children: [] }).map(
    ({ url, position }) => `${url}@${position?.start.column ?? ''}-${position?.end.column ?? ''}`,
  )
}

describe('an address that stands in a text by itself', () => {
  it.each<[text: string, ...links: string[]]>([
    [
      '请访问 https://www.gov.cn，查看通知。再见（https://data.gov.cn/a）结束。',
      'https://www.gov.cn@5-23',
      'https://data.gov.cn/a@32-53',
    ],
    ['打开 http://localhost:3000，点“登录”。', 'http://localhost:3000@4-25'],
    ['http://127.0.0.1:3000，点', 'http://127.0.0.1:3000@1-22'],
    ['https://www.gov.cn:443，点', 'https://www.gov.cn:443@1-23'],
    ['网址：https://www.gov.cn：首页', 'https://www.gov.cn@4-22'],
    ['见https://a.cn/b_(c)、https://d.cn；', 'https://a.cn/b_(c)@2-20', 'https://d.cn@21-33'],
    ['"https://a.cn/b",见', 'https://a.cn/b@2-16'],
    ['https://a.cn/?b=张三', 'https://a.cn/?b=@1-17'],
    ['https://a.cn/%E4%B8%AD#b-c/', 'https://a.cn/%E4%B8%AD#b-c/@1-28'],
    ['https://a.cn/b（**c** [d](/e)）', 'https://a.cn/b@1-15', '/e@22-29'],
    ['https://a.cn\u2014b https://c.cn\u{1f600}', 'https://a.cn@1-13', 'https://c.cn@16-28'],
    ['www.gov.cn，点“数据”', 'http://www.gov.cn@1-11'],
    ['（www.gov.cn）和：www.b.cn/c。', 'http://www.gov.cn@-', 'http://www.b.cn/c@-'],
    ['写给zhang@a.gov.cn，抄送 b@c.com。', 'mailto:zhang@a.gov.cn@3-17', 'mailto:b@c.com@21-28'],
    ['https://中.cn 和 www.中.cn'],
  ])('ends before what is not ASCII: %s', (text, ...links) => {
    expect(addressesIn(text)).toEqual(links)
  })

  it('leaves what follows to be read as everywhere else', () => {
    expect(checkLesson('https://a.cn，{b}').problems).toMatchObject([{ code: 'EXPR', column: 14 }])
    expect(checkLesson('（www.a.cn，&#x202e;').problems).toMatchObject([
      { code: 'ENCODING', column: 11 },
    ])
    expect(checkLesson('见 https://a:b@c.cn，').problems).toMatchObject([
      { code: 'URL', column: 3 },
    ])
  })
})
