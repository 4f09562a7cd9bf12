import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'

/** Runs in the sandbox process: tries to get out of it, so that the parent may trust the fence. */

/** A file that exists, a path that could be written, and a port that listens, all outside. */
export type Attempts = { readable: string; writable: string; port: number }

/** For each way out, the error code that stopped it, or 'OPEN'. */
export type Escapes = Record<'read' | 'write' | 'spawn' | 'connect' | 'code', string> & {
  /** Names of environment variables that were found. */
  environment: string[]
}

function outcome(attempt: () => void): string {
  try {
    attempt()
    return 'OPEN'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).name
  }
}

function tryConnect(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => resolve('OPEN'))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
    socket.setTimeout(1_000, () => resolve('ETIMEDOUT'))
  })
}

/** Tries each way out once and says how it ended. */
export async function attemptEscapes({ readable, writable, port }: Attempts): Promise<Escapes> {
  return {
    read: outcome(() => readFileSync(readable)),
    write: outcome(() => writeFileSync(writable, 'escaped')),
    spawn: outcome(() => {
      const { error } = spawnSync('/bin/true')
      if (error) throw error
    }),
    connect: await tryConnect(port),
    code: outcome(() => Function('return 1')()),
    environment: Object.keys(process.env),
  }
}
