import { gunzipSync } from 'node:zlib'
import type { One } from './load.ts'
import type { World } from './seed.ts'

const search = '/talent?search=1&place=below&purpose=bench&page=1&must=data-sql&must-level=2'

/** A page to measure: who opens it, and what it must hold at least how many times. */
export type Page = {
  name: string
  path: string
  as: 'learner' | 'officer'
  holds: [what: RegExp, times: number][]
}

/** What is measured; a page more is an entry more. */
export function pagesOf({ lesson: { path, title } }: Pick<World, 'lesson'>): Page[] {
  return [
    {
      ...{ name: 'home', path: '/', as: 'learner' },
      // The next step and the course under way; the skills that the post asks for, and what is held.
      holds: [
        [new RegExp(`href="${path}"`, 'g'), 2],
        [new RegExp(title, 'g'), 2],
        [/<li/g, 8],
      ],
    },
    {
      ...{ name: 'lesson', path, as: 'learner' },
      // Some checks answered, some still asked.
      holds: [
        [new RegExp(`<h1>${title}</h1>`), 1],
        [/class="feedback (right|wrong)"/g, 2],
        [/name="attempt"/g, 2],
      ],
    },
    {
      ...{ name: 'talent-search', path: search, as: 'officer' },
      // A page of hits and one of near misses.
      holds: [[/href="\/talent\/people\/[2-9A-HJ-NP-Z]{6}/g, 40]],
    },
  ]
}

/** The page's HTML; throws where it is another page than the one to measure. */
export function htmlOf(page: Page, { status, body }: One): Buffer {
  const html = gunzipSync(body)
  const text = html.toString()
  if (status !== 200) throw new Error(`${page.name} answers ${status}`)
  for (const [what, times] of page.holds) {
    const found = text.match(what)?.length ?? 0
    if (found < times) throw new Error(`${page.name} holds ${what} ${found} times:\n${text}`)
  }
  return html
}
