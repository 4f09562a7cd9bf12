import { join } from 'node:path'
import type { Locale } from '#app/shared/domain/text.ts'
import type { CompileReply, CompileRequest } from './domain/compile-messages.ts'
import type { CompiledLesson } from './domain/compiled-lesson.ts'
import { createWorkerProcess, WorkerError } from './worker-process.server.ts'

/** Why a lesson was not compiled: the worker refused it, or gave no answer. */
export class CompileError extends Error {
  constructor(
    readonly reason: 'refused' | WorkerError['reason'],
    message: string,
  ) {
    super(message)
  }
}

type CompilerOptions = {
  /** The built worker; by default that of the server build. */
  workerFile?: string
  /** Wall clock for one lesson, the start of the worker included. */
  timeLimitMs?: number
  /** JavaScript heap of the worker. */
  memoryLimitMb?: number
}

/** Compiles one lesson at a time in a worker that is kept until it fails or `close` is called. */
export type LessonCompiler = {
  compile(source: string, locale: Locale, owner?: string): Promise<CompiledLesson>
  close(): void
}

/** A compiler with its own worker process, which starts with the first lesson. */
export function createLessonCompiler({
  workerFile = join(process.cwd(), 'build/server/lesson-worker.js'),
  timeLimitMs = 10_000,
  memoryLimitMb = 256,
}: CompilerOptions = {}): LessonCompiler {
  const worker = createWorkerProcess<CompileRequest, CompileReply>({
    file: workerFile,
    timeLimitMs,
    memoryLimitMb,
  })
  return {
    close: worker.close,
    async compile(source, locale, owner) {
      const reply = await worker.ask({ source, locale }, owner).catch((error: unknown) => {
        throw error instanceof WorkerError ? new CompileError(error.reason, error.message) : error
      })
      if (reply.refused !== undefined) throw new CompileError('refused', reply.refused)
      return reply.lesson
    },
  }
}

let shared: LessonCompiler | undefined

/**
 * Compiles a lesson to static HTML: only `source` that the gate accepted, free of front matter, at publish
 * time. Rejects with a `CompileError`. The words the page adds are in `locale`; `owner` is who asks, so
 * that one person's lessons do not hold up another's.
 */
export function compileLesson(
  source: string,
  locale: Locale,
  owner?: string,
): Promise<CompiledLesson> {
  shared ??= createLessonCompiler()
  return shared.compile(source, locale, owner)
}
