import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Limits } from '#app/labs/domain/manifest.ts'
import type { Verdict } from '#app/labs/domain/run.ts'
import { type Isolation, sandboxCommand } from '#app/labs/runners/isolation.server.ts'

/** A process to run once: its bundled entry, what else it may read, and its arguments. */
export type SandboxChild = { entry: string; reads: string[]; args: string[] }

/**
 * How the process ended. `answer` is the text it wrote on descriptor 3, whole and only when it
 * ended by itself; `problem` is the start of what it said on stderr, for operators.
 */
export type Supervised = {
  ending: 'answered' | Exclude<Verdict, 'OK' | 'ERROR'>
  answer: string
  stdout: string
  cpuMs: number
  peakMb: number
  problem: string
}

type Options = {
  isolation: Isolation
  child: SandboxChild
  input: string
  limits: Limits
  /** Called with the process id once it runs; tests kill it. */
  onStart?: (pid: number) => void
}

/** Clock ticks a second in /proc, which Linux fixes at 100. */
const tickMs = 10
const keptBytes = 8_192

/** CPU and peak memory of a process that still runs; zeros where there is no /proc. */
function measure(pid: number): { cpuMs: number; peakMb: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields after the command name, which may hold spaces: utime and stime are 14 and 15 of all.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    const peak = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return { cpuMs: ticks * tickMs, peakMb: Math.round(Number(peak?.[1] ?? 0) / 1024) }
  } catch {
    return { cpuMs: 0, peakMb: 0 }
  }
}

/** Gathers at most `limit` bytes of a stream; beyond that calls `onOverflow` and forgets the rest. */
function gather(stream: Readable, limit: number, onOverflow: () => void): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    if (size < limit) chunks.push(chunk.subarray(0, limit - size))
    size += chunk.length
    if (size > limit) onOverflow()
  })
  stream.on('error', () => undefined)
  return () => Buffer.concat(chunks).toString('utf8')
}

/** What V8, emscripten and the C library say when the kernel refuses memory. */
const outOfMemory = /out of memory|allocation failed|cannot allocate memory|bad_alloc|OOM/i

function launch({ isolation, limits, child }: Options): ChildProcess {
  const [command = '', ...args] = sandboxCommand(isolation, limits, child)
  return spawn(command, args, {
    detached: true,
    env: {} as NodeJS.ProcessEnv as NodeJS.ProcessEnv,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    ...(isolation.uid === undefined ? {} : { uid: isolation.uid, gid: isolation.gid }),
  })
}

/** SIGKILL for the whole process group; one that has gone already is fine. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Runs a child once and always settles: by its answer, its death, or SIGKILL at the wall clock or
 * when it writes more than it may. Rejects only when no process could be started at all.
 */
export function supervise(options: Options): Promise<Supervised> {
  const { limits, input } = options
  return new Promise((resolve, reject) => {
    const child = launch(options)
    const { pid } = child
    child.once('error', reject)
    if (pid === undefined) return
    options.onStart?.(pid)
    let cut: 'TIMEOUT' | 'OUTPUT' | undefined
    let usage = { cpuMs: 0, peakMb: 0 }
    const stop = (why: 'TIMEOUT' | 'OUTPUT') => {
      const gone = child.exitCode !== null || child.signalCode !== null
      if (cut || (gone && why === 'TIMEOUT')) return
      cut = why
      if (gone) return
      usage = measure(pid)
      killGroup(pid)
    }
    const timer = setTimeout(() => stop('TIMEOUT'), limits.wallMs)
    const answer = gather(child.stdio[3] as Readable, limits.outputKb * 1024, () => stop('OUTPUT'))
    const stdout = gather(child.stdout as Readable, keptBytes, () => stop('OUTPUT'))
    const problem = gather(child.stderr as Readable, keptBytes, () => undefined)
    // A child that dies before reading leaves a broken pipe, which its exit explains better.
    child.stdin?.on('error', () => undefined).end(input)
    // Whatever it left behind would hold the pipes open, and 'close' would never come.
    child.once('exit', () => killGroup(pid))
    child.once('close', (code) => {
      clearTimeout(timer)
      const died = outOfMemory.test(problem()) ? 'MEMORY' : 'CRASH'
      const ending = cut ?? (code === 0 ? 'answered' : died)
      const text = ending === 'answered' ? answer() : ''
      resolve({ ending, answer: text, stdout: stdout(), problem: problem(), ...usage })
    })
  })
}
