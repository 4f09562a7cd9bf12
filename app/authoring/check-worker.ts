import process from 'node:process'
import type { WorkerBegun } from '#app/learning/worker-process.server.ts'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import type { CheckRequest } from './domain/check-messages.ts'
import { readFile, readLesson, readQuiz } from './read-part.server.ts'

const readers = {
  lesson: readLesson,
  quiz: readQuiz,
  file: (base64: string) => readFile(Buffer.from(base64, 'base64')),
}

/**
 * The process that checks authors' texts: takes one at a time from its parent, which also gives it its
 * empty environment and stops it when it takes too long. It ends with its parent.
 */
process.on('message', ({ part, text, locale }: CheckRequest) => {
  process.send?.(inLocaleOf(locale, () => readers[part](text)))
})
const { user, system } = process.cpuUsage()
process.send?.({ startCpuMs: (user + system) / 1000 } satisfies WorkerBegun)
process.on('disconnect', () => process.exit())
