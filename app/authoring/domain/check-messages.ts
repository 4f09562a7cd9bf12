import type { Locale } from '#app/shared/domain/text.ts'

/**
 * What the checking process is asked: one text of a draft, or the bytes of a file for the gate alone (as
 * base64), and the language of the messages.
 */
export type CheckRequest = { part: 'lesson' | 'quiz' | 'file'; text: string; locale: Locale }
