import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { emptySettings } from '#app/authoring/domain/draft-settings.ts'
import DraftPage from '#app/authoring/routes/draft.tsx'
import DraftPictures from '#app/authoring/routes/draft-pictures.tsx'
import ReviewPage from '#app/authoring/routes/review.tsx'
import { m } from '#app/shared/i18n/messages.ts'

/** What the page under test was loaded with, and what its action answered. */
const given = vi.hoisted(() => ({ loaded: {} as unknown, answer: undefined as unknown }))
vi.mock('@remix-run/react', async (original) => ({
  ...(await original<typeof import('@remix-run/react')>()),
  useLoaderData: () => given.loaded,
  useActionData: () => given.answer,
}))

const head = {
  id: 'draft-1',
  state: 'writing',
  revision: 2,
  savedAt: 0,
  submittedAt: null,
  note: '',
  moduleSlug: '01-sums',
  courseSlug: 'sums',
  isEditable: true,
  title: '核对合计',
  titleLang: 'zh-CN',
  courseTitle: '合计',
  published: undefined,
  learners: [],
  overtaken: false,
  timeZone: 'Asia/Shanghai',
  returns: [],
}
const opened = {
  head,
  stored: { part: 'zh', value: '甲' },
  base: 'b',
  view: { problems: [] },
  options: { skills: [], labs: [] },
  nonce: 'n',
}

function page(Page: () => React.ReactNode, loaded: unknown, answer?: unknown): string {
  Object.assign(given, { loaded, answer })
  return renderToStaticMarkup(createElement(Page))
}

beforeEach(() => {
  Object.assign(given, { loaded: {}, answer: undefined })
})

it('does not say that a text was saved above one that was not, whatever its address says', () => {
  const loaded = { ...opened, done: 'saved' }
  expect(page(DraftPage, loaded)).toContain(m.authoring_done_saved())
  const typed = { part: 'zh', value: '乙' }
  const texts = { typed, storedText: '甲', typedText: '乙' }
  const conflict = { kind: 'conflict', revision: 2, base: 'b', ...texts }
  const locked = { kind: 'locked', typedText: '乙' }
  const preview = { kind: 'preview', typed, view: { problems: [] }, base: 'b', revision: 2 }
  for (const answer of [conflict, locked, preview]) {
    const shown = page(DraftPage, loaded, answer)
    expect(shown).toContain('乙')
    expect(shown).not.toContain(m.authoring_done_saved())
  }
})

it('does not say that a picture was added or removed above the one that was refused', () => {
  const refused = { errors: { form: '不行' }, values: {} }
  const picture = { course: 'sums', name: 'a.png', alt: '甲', width: 1, height: 1, publishedAt: 1 }
  const removed = { head, added: null, done: 'removed', pictures: [] }
  const added = { head, added: 'a.png', done: null, pictures: [picture] }
  for (const [loaded, words] of [
    [removed, m.authoring_picture_removed()],
    [added, m.authoring_picture_added()],
  ] as const) {
    expect(page(DraftPictures, loaded)).toContain(words)
    expect(page(DraftPictures, loaded, refused)).not.toContain(words)
  }
})

it('shows the address that a new lesson got, its number in front', () => {
  expect(page(DraftPage, { ...opened, done: 'begun' })).toContain('/courses/sums/01-sums')
  expect(page(DraftPage, { ...opened, done: 'saved' })).not.toContain('/courses/sums/01-sums')
})

it('keeps the comment of a reviewer whose decision came after another’s', () => {
  const decided = { facts: undefined, nonce: 'n' }
  expect(page(ReviewPage, decided)).not.toContain('textarea')
  const late = { errors: { form: '…' }, values: { comment: ['写清楚来源'], revision: ['2'] } }
  const shown = page(ReviewPage, decided, late)
  expect(shown).toContain('写清楚来源</textarea>')
  expect(shown).toContain(m.authoring_comment_unsent())
})

it('says of settings that they were saved and what is to be mended, on top and beside each field', () => {
  const errors = { minutes: '学习时间不对', 'skill-1': '没有能力' }
  const stored = { part: 'settings', value: { ...emptySettings, minutes: '很久' } }
  const saved = { ...opened, stored, done: 'saved' }
  expect(page(DraftPage, saved)).toContain('class="notice done"')
  const shown = page(DraftPage, { ...saved, errors })
  expect(shown).not.toContain('class="notice done"')
  expect(shown).toContain(m.authoring_saved_to_mend({ count: '2' }))
  expect(shown.match(/data-error-summary/g)).toHaveLength(1)
  for (const name of Object.keys(errors)) {
    expect(shown).toContain(`<a href="#f-${name}">`)
    expect(shown).toMatch(new RegExp(`name="${name}"[^>]* aria-describedby="[^"]*f-${name}-error"`))
  }
  expect(shown).toContain('value="很久"')
})
