import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

type Settings = NodeJS.ProcessEnv & Record<string, string>

/** A built server of its own, for tests that need the whole of it. */
export type RunningServer = {
  origin: string
  port: number
  process: ChildProcess
  /** What it said so far on standard error. */
  said(): string
  /** Sends SIGTERM, or another signal, and waits. Returns the exit code; null when it was killed. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * The settings of a test's process: nothing of the developer's own environment but the path, and a
 * real installation, so that no demonstration is added to what the test made.
 */
export function settingsFor(folder: string, settings: Partial<Settings> = {}): Settings {
  const { PATH = '', HOME = '' } = process.env
  return {
    PATH,
    HOME,
    NODE_ENV: 'production',
    CIVIC_MODE: 'production',
    CIVIC_ORIGIN: `http://127.0.0.1:${settings.PORT ?? 3000}`,
    CIVIC_BACKUP_HOURS: '0',
    CIVIC_DATA: folder,
    LOG_LEVEL: 'warn',
    ...settings,
  }
}

/** The answer of a `civic` command. */
export type Answer = { code: number | null; out: string; err: string }

/** Runs a `civic` command of the built program; `input` may come later than the program asks for it. */
export function civic(
  args: string[],
  settings: Settings,
  input: string | Promise<string> = '',
): Promise<Answer> {
  const child = spawn(process.execPath, ['build/server/civic.js', ...args], { env: settings })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  void Promise.resolve(input).then((text) => child.stdin.end(text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}

async function untilReady(origin: string, child: ChildProcess, said: () => string) {
  // Long enough for a first start that publishes and seeds on a busy machine.
  for (let tries = 0; tries < 6_000; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${said()}`)
    const response = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (response?.ok) return
    await pause(25)
  }
  throw new Error(`the server did not become ready:\n${said()}`)
}

/** Starts the built server on `folder` and waits until it is ready. */
export async function startServer(
  folder: string,
  settings: Partial<Settings> = {},
): Promise<RunningServer> {
  const port = await freePort()
  const env = settingsFor(folder, { PORT: String(port), ...settings })
  const child = spawn(process.execPath, ['build/server/civic.js', 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr?.on('data', (data) => {
    text += data
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const origin = `http://127.0.0.1:${port}`
  await untilReady(origin, child, () => text)
  return {
    origin,
    port,
    process: child,
    said: () => text,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}
