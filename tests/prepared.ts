import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../app/cli/build.mjs'

const cache = '.cache/test'
const lock = join(cache, 'preparing')
/** Longer than a build and a first publication take; an older lock was left by a killed run. */
const lockMs = 300_000

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** Test files run side by side: one of them prepares, the others wait. */
function alone<T>(work: () => T): T {
  mkdirSync(cache, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > lockMs) rmdirSync(lock)
      else sleep(100)
    }
  }
  try {
    return work()
  } finally {
    rmdirSync(lock)
  }
}

function stateOf(folders: string[]): string {
  const hash = createHash('sha256').update(readFileSync('build/.built-from'))
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const { size, mtimeMs } = statSync(join(folder, name))
      hash.update(`${name} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** A data folder with all of content/ published, made once for each state of the sources. */
function publishedFolder(): string {
  return alone(() => {
    buildIfStale()
    const folder = join(cache, `published-${stateOf(['content', 'db/migrations'])}`)
    if (existsSync(folder)) return folder
    for (const old of readdirSync(cache).filter((name) => name.startsWith('published-'))) {
      rmSync(join(cache, old), { recursive: true })
    }
    const making = join(cache, 'making')
    rmSync(making, { recursive: true, force: true })
    const { PATH = '', HOME = '' } = process.env
    const mode = { NODE_ENV: 'production', LOG_LEVEL: 'warn' } as const
    const env = { PATH, HOME, ...mode, CIVIC_DATA: making }
    const args = ['build/server/civic.js', 'content', 'publish']
    const done = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    if (done.status !== 0)
      throw new Error(`content was not published:\n${done.stdout}${done.stderr}`)
    renameSync(making, folder)
    return folder
  })
}

/** A data folder of its own, with content published; gone when `forget` is called. */
export function freshFolder(): { folder: string; forget(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'civic-server-'))
  cpSync(publishedFolder(), folder, { recursive: true })
  return { folder, forget: () => rmSync(folder, { recursive: true, force: true }) }
}

/** An empty one, for what must begin with nothing. */
export function emptyFolder(): { folder: string; forget(): void } {
  alone(buildIfStale)
  const folder = mkdtempSync(join(tmpdir(), 'civic-server-'))
  return { folder, forget: () => rmSync(folder, { recursive: true, force: true }) }
}
