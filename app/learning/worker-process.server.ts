import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createQueue } from '#app/labs/runners/queue.server.ts'

/**
 * Why a worker gave no answer: over its wall clock ('timeout') or its CPU ('cpu'), the process ended
 * (out of memory, most likely), or too much waited already ('busy').
 */
export class WorkerError extends Error {
  constructor(
    readonly reason: 'timeout' | 'cpu' | 'ended' | 'busy',
    message: string,
  ) {
    super(message)
  }
}

export type WorkerOptions = {
  /** The built program. */
  file: string
  /** Wall clock for one request, the start of the process included. */
  timeLimitMs: number
  /** CPU for one request, all threads together. Without it only the wall clock counts. */
  cpuLimitMs?: number
  /** JavaScript heap. */
  memoryLimitMb: number
}

/** Answers one request at a time in a process that is kept until it fails or `close` is called. */
export type WorkerProcess<Request, Reply> = {
  /** Rejects with a WorkerError. Requests of one `owner` never hold up another's by more than one. */
  ask(request: Request, owner?: string): Promise<Reply>
  close(): void
}

/** Requests that may wait, over all and for one owner. */
const bounds = { atOnce: 1, waiting: 60, waitingEach: 12 }
/** What a process that has not begun may use for its own start, on top of its first request's CPU. */
const startCpuMs = 1_500
/** A worker with a CPU limit may say, before its first reply, what its start has used. */
export type WorkerBegun = { startCpuMs: number }
const measureEveryMs = 50

/** A worker process for `file`, which starts with the first request. */
export function createWorkerProcess<Request extends object, Reply>(
  options: WorkerOptions,
): WorkerProcess<Request, Reply> {
  const queue = createQueue(bounds)
  let worker: ChildProcess | undefined

  const close = () => {
    worker?.kill('SIGKILL')
    worker = undefined
  }

  const askNow = async (request: Request): Promise<Reply> => {
    const isFresh = !worker?.connected
    if (!worker?.connected) worker = startWorker(options)
    return exchange<Reply>(worker, request, options, isFresh).catch((error: unknown) => {
      close()
      throw error
    })
  }

  return {
    close,
    async ask(request, owner = 'everyone') {
      const answer = await queue(owner, () => askNow(request))
      if (answer.ok) return answer.value
      throw new WorkerError('busy', 'too much waits already')
    },
  }
}

/**
 * Environment and standard streams are not the parent's: what it works on is an author's text. An idle
 * worker does not keep the parent alive, and ends with it.
 */
function startWorker({ file, memoryLimitMb }: WorkerOptions): ChildProcess {
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

/** CPU of a process since it began, in ms; undefined where /proc does not say. */
function cpuOf(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields after the command's name, which may hold spaces: utime and stime, in ticks of 10 ms.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}

function hasBegun<Reply>(message: WorkerBegun | Reply): message is WorkerBegun {
  return typeof message === 'object' && message !== null && 'startCpuMs' in message
}

function exchange<Reply>(
  worker: ChildProcess,
  request: object,
  { timeLimitMs, cpuLimitMs = Number.POSITIVE_INFINITY }: WorkerOptions,
  isFresh: boolean,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    keepAlive(worker, true)
    let cpuLimit = cpuLimitMs + (isFresh ? startCpuMs : (cpuOf(worker.pid) ?? 0))
    const settle = (act: () => void) => {
      clearTimeout(clock)
      clearInterval(meter)
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      keepAlive(worker, false)
      act()
    }
    const fail = (reason: WorkerError['reason'], message: string) =>
      settle(() => reject(new WorkerError(reason, message)))
    const onMessage = (message: WorkerBegun | Reply) => {
      if (hasBegun(message)) cpuLimit = cpuLimitMs + message.startCpuMs
      else settle(() => resolve(message))
    }
    const onExit = (code: number | null, signal: string | null) =>
      fail('ended', `the worker ended (${signal ?? code})`)
    const clock = setTimeout(() => fail('timeout', `over ${timeLimitMs} ms`), timeLimitMs)
    const meter = setInterval(() => {
      const used = cpuOf(worker.pid)
      if (used !== undefined && used > cpuLimit) fail('cpu', `over ${cpuLimitMs} ms of CPU`)
    }, measureEveryMs)
    worker.on('message', onMessage)
    worker.on('exit', onExit)
    worker.send(request, (error) => {
      if (error) onExit(worker.exitCode, null)
    })
  })
}
