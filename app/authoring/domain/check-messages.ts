import type { Locale } from '#app/shared/domain/text.ts'

/** What the checking process is asked: one text of a draft, and the language of the messages. */
export type CheckRequest = { part: 'lesson' | 'quiz'; text: string; locale: Locale }
