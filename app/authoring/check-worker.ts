import { answerRequests } from '#app/learning/answer-requests.server.ts'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import type { CheckRequest } from './domain/check-messages.ts'
import { readFile, readLesson, readQuiz } from './read-part.server.ts'

const readers = {
  lesson: readLesson,
  quiz: readQuiz,
  file: (base64: string) => readFile(Buffer.from(base64, 'base64')),
}

/** The process that checks authors' texts. */
answerRequests(({ part, text, locale }: CheckRequest) =>
  inLocaleOf(locale, () => readers[part](text)),
)
