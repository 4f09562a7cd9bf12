import type { Locale } from '#app/shared/domain/text.ts'

/** Where a draft stands. A published one stays as the record of who wrote and who approved. */
export const draftStates = [
  'writing',
  'in-review',
  'changes-requested',
  'published',
  'discarded',
] as const
export type DraftState = (typeof draftStates)[number]

/** Drafts that are still on their way: a module has one of these at most. */
export const openStates = ['writing', 'in-review', 'changes-requested'] as const

/** Whether authors may change the draft: not while it is with a reviewer, and not afterwards. */
export function isEditable(state: DraftState): boolean {
  return state === 'writing' || state === 'changes-requested'
}

/** The four things an author edits, each saved by itself. */
export const draftParts = ['zh', 'en', 'quiz', 'settings'] as const
export type DraftPart = (typeof draftParts)[number]
/** The parts that are one text. */
export type TextPart = Exclude<DraftPart, 'settings'>

export function isDraftPart(value: unknown): value is DraftPart {
  return draftParts.some((part) => part === value)
}

/** The most that one part may hold, in bytes of UTF-8. The gate's own limit for a lesson is lower. */
export const maxPartBytes = 2 * 1024 * 1024

/** Text as it is kept: line feeds only, whatever the browser sent. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/**
 * The title in a lesson's front matter, for lists: a look at the first lines, not a reading. Undefined
 * where there is none.
 */
export function titleIn(lesson: string): string | undefined {
  const [, head = ''] = /^---\n([\s\S]*?)(?:\n---|$)/.exec(lesson) ?? []
  const title = /^title:[ \t]*(.+)$/m.exec(head)?.[1]?.trim()
  return title?.replace(/^(["'])(.*)\1$/, '$2') || undefined
}

/** What a draft is called for a reader of this language, and the language that is in: Chinese is always there. */
export function titleFor(
  locale: Locale,
  draft: { lessonZh: string; lessonEn: string; moduleSlug: string },
): { title: string; titleLang: Locale | undefined } {
  const english = locale === 'en' ? titleIn(draft.lessonEn) : undefined
  if (english) return { title: english, titleLang: 'en' }
  const chinese = titleIn(draft.lessonZh)
  return { title: chinese ?? draft.moduleSlug, titleLang: chinese ? 'zh-CN' : undefined }
}

/** Words of Latin letters and digits joined by hyphens, at most 48 characters; '' without any. */
export function addressName(words: string): string {
  const plain = words.normalize('NFKD').toLowerCase()
  const joined = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return joined.slice(0, 48).replace(/-+$/, '')
}

/** Whether someone who names an address typed just what will stand in it. */
export function isAddressName(typed: string): boolean {
  return typed !== '' && addressName(typed) === typed
}

/** The folder of a new lesson, such as `05-check-the-sums`: one more than the highest number taken. */
export function nextModuleSlug(name: string, taken: string[]): string {
  const numbers = taken.map((slug) => Number(/^\d\d/.exec(slug)?.[0] ?? 0))
  return `${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}-${name}`
}
