import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Locale } from '#app/shared/domain/text.ts'
import type { CompileReply, CompileRequest } from './domain/compile-messages.ts'
import type { CompiledLesson } from './domain/compiled-lesson.ts'

/**
 * Why a lesson was not compiled: the worker refused it, or it took too long, or the worker ended (out of
 * memory, most likely).
 */
export class CompileError extends Error {
  constructor(
    readonly reason: 'refused' | 'timeout' | 'ended',
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
  compile(source: string, locale: Locale): Promise<CompiledLesson>
  close(): void
}

/** A compiler with its own worker process, which starts with the first lesson. */
export function createLessonCompiler({
  workerFile = join(process.cwd(), 'build/server/lesson-worker.js'),
  timeLimitMs = 10_000,
  memoryLimitMb = 256,
}: CompilerOptions = {}): LessonCompiler {
  let worker: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()

  const close = () => {
    worker?.kill('SIGKILL')
    worker = undefined
  }

  const compileNow = async (request: CompileRequest): Promise<CompiledLesson> => {
    if (!worker?.connected) worker = startWorker(workerFile, memoryLimitMb)
    const reply = await ask(worker, request, timeLimitMs).catch((error: unknown) => {
      close()
      throw error
    })
    if (reply.refused !== undefined) throw new CompileError('refused', reply.refused)
    return reply.lesson
  }

  return {
    close,
    compile: (source, locale) => {
      // One after the other: two lessons at once would share one clock and one heap.
      const result = last.then(() => compileNow({ source, locale }))
      last = result.catch(() => undefined)
      return result
    },
  }
}

/**
 * Environment and standard streams are not the parent's: what runs there is made from an author's text.
 * An idle worker does not keep the parent alive, and ends with it.
 */
function startWorker(file: string, memoryLimitMb: number): ChildProcess {
  const worker = fork(file, {
    env: { NODE_ENV: 'production' },
    execArgv: [`--max-old-space-size=${memoryLimitMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  worker.on('error', () => undefined)
  keepAlive(worker, false)
  return worker
}

function keepAlive(worker: ChildProcess, yes: boolean): void {
  if (yes) {
    worker.ref()
    worker.channel?.ref()
  } else {
    worker.unref()
    worker.channel?.unref()
  }
}

function ask(
  worker: ChildProcess,
  request: CompileRequest,
  limitMs: number,
): Promise<CompileReply> {
  return new Promise((resolve, reject) => {
    keepAlive(worker, true)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      keepAlive(worker, false)
      act()
    }
    const onMessage = (reply: CompileReply) => settle(() => resolve(reply))
    const onExit = (code: number | null, signal: string | null) =>
      settle(() => reject(new CompileError('ended', `the worker ended (${signal ?? code})`)))
    const timer = setTimeout(
      () => settle(() => reject(new CompileError('timeout', `over ${limitMs} ms`))),
      limitMs,
    )
    worker.on('message', onMessage)
    worker.on('exit', onExit)
    worker.send(request, (error) => {
      if (error) onExit(worker.exitCode, null)
    })
  })
}

let shared: LessonCompiler | undefined

/**
 * Compiles a lesson to static HTML: only `source` that the gate accepted, free of front matter, at publish
 * time. Rejects with a `CompileError`. The words the page adds are in `locale`.
 */
export function compileLesson(source: string, locale: Locale): Promise<CompiledLesson> {
  shared ??= createLessonCompiler()
  return shared.compile(source, locale)
}
