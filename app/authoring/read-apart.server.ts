import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { byteLength, limits } from '#app/learning/domain/gate/limits.ts'
import { outOfTime } from '#app/learning/gate.server.ts'
import {
  createWorkerProcess,
  WorkerError,
  type WorkerOptions,
} from '#app/learning/worker-process.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { CheckRequest } from './domain/check-messages.ts'
import type {
  FileReading,
  LessonReading,
  PartReader,
  QuizReading,
  TextProblem,
} from './domain/reading.ts'
import { readFile, readLesson } from './read-part.server.ts'

/** Readers that share a process, and the way to end it. */
export type Readers = {
  /** `owner` is who asks: nobody's texts hold up another's by more than one. */
  readerFor(owner: string): PartReader
  /** The gate alone on a file's bytes, with messages in English or the language of the page. */
  readFile(bytes: Uint8Array): Promise<FileReading>
  close(): void
}

type Reading = LessonReading | QuizReading | FileReading

const top = { line: 1, column: 1, severity: 'error' } as const

/** What is said of a text whose reading was stopped; undefined where that says nothing about the text. */
function stopped(
  { reason }: WorkerError,
  { part, text, locale }: CheckRequest,
): Reading | undefined {
  if (reason !== 'cpu' && reason !== 'ended') return undefined
  if (part === 'lesson') return { problems: outOfTime(text, locale).problems }
  if (part === 'file') return outOfTime(Buffer.from(text, 'base64'), locale)
  return { problems: [{ ...top, code: 'YAML', message: m.authoring_yaml_long() }] }
}

function busy(): Reading {
  const problem: TextProblem = { ...top, code: 'BUSY', message: m.authoring_check_busy() }
  return { ok: false, problems: [problem] }
}

/**
 * Readers of authors' texts in a process of their own, so that no text holds up the server. A text is
 * stopped by the CPU it used: on a busy machine a sound one takes longer and passes all the same.
 */
export function createReaders(options: Partial<WorkerOptions> = {}): Readers {
  const worker = createWorkerProcess<CheckRequest, Reading>({
    file: join(process.cwd(), 'build/server/check-worker.js'),
    cpuLimitMs: 1_900,
    timeLimitMs: 30_000,
    memoryLimitMb: 256,
    ...options,
  })
  /** A draft is looked at again and again while it stays the same. */
  const recent = new LRUCache<string, Reading>({ max: 100 })

  const read = async (request: CheckRequest, owner: string): Promise<Reading> => {
    const { part, text, locale } = request
    const key = createHash('sha256').update(`${part}\0${locale}\0${text}`).digest('hex')
    const known = recent.get(key)
    if (known) return known
    try {
      const reading = await worker.ask(request, owner)
      recent.set(key, reading)
      return reading
    } catch (error) {
      if (!(error instanceof WorkerError)) throw error
      const reading = stopped(error, request)
      // What ended by itself may have been nobody's fault.
      if (reading && error.reason === 'cpu') recent.set(key, reading)
      return reading ?? busy()
    }
  }

  return {
    close: worker.close,
    async readFile(bytes) {
      if (bytes.byteLength > limits.document) return readFile(bytes)
      const text = Buffer.from(bytes).toString('base64')
      return (await read({ part: 'file', text, locale: currentLocale() }, 'files')) as FileReading
    },
    readerFor: (owner) => ({
      lesson(text) {
        const locale = currentLocale()
        // Refused by its size alone: not worth sending.
        if (byteLength(text) > limits.document) return Promise.resolve(readLesson(text))
        return read({ part: 'lesson', text, locale }, owner) as Promise<LessonReading>
      },
      quiz: (text) =>
        read({ part: 'quiz', text, locale: currentLocale() }, owner) as Promise<QuizReading>,
    }),
  }
}

let shared: Readers | undefined

/** The server's reader of authors' texts, for the person who asks. */
export function readerFor(owner: string): PartReader {
  shared ??= createReaders()
  return shared.readerFor(owner)
}
