import process from 'node:process'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import type { CheckRequest } from './domain/check-messages.ts'
import { readLesson, readQuiz } from './read-part.server.ts'

/**
 * The process that checks authors' texts: takes one at a time from its parent, which also gives it its
 * empty environment and stops it when it takes too long. It ends with its parent.
 */
process.on('message', ({ part, text, locale }: CheckRequest) => {
  process.send?.(inLocaleOf(locale, () => (part === 'quiz' ? readQuiz(text) : readLesson(text))))
})
process.on('disconnect', () => process.exit())
