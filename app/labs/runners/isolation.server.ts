import { spawnSync } from 'node:child_process'
import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Limits } from '#app/labs/domain/manifest.ts'

/**
 * How a sandbox process is fenced in by the kernel and by Node. `gaps` says in plain words what
 * this machine cannot give; operators see it beside the runtime's state.
 */
export type Isolation = { uid?: number; gid?: number; networkless: boolean; gaps: string[] }

/** uid and gid of `nobody` on Linux systems; a number needs no look-up. */
const nobody = 65_534

/**
 * What Node with its wasm code needs before any submission is counted, in megabytes of private
 * writable memory: starting takes 75 to 110 here, and V8 dies rather than fails when short.
 */
const baselineMb = 160

/** Descriptors a starting Node needs (20 here); the child uses up what is left before it runs. */
const descriptors = 24

function everyoneReads(path: string): boolean {
  try {
    for (let at = realpathSync(path); ; at = dirname(at)) {
      const needed = statSync(at).isDirectory() ? 0o001 : 0o004
      if ((statSync(at).mode & needed) === 0) return false
      if (at === dirname(at)) return true
    }
  } catch {
    return false
  }
}

function canRun(command: string, args: string[]): boolean {
  return (
    spawnSync(command, args, {
      stdio: 'ignore',
      env: {} as NodeJS.ProcessEnv as NodeJS.ProcessEnv,
      timeout: 5_000,
    }).status === 0
  )
}

/**
 * Finds out what this machine gives: another user (when the server runs as root and the sandbox's
 * files are readable by all) and a network namespace (when `unshare` may make one).
 */
export function findIsolation(files: string[]): Isolation {
  const gaps: string[] = []
  const isRoot = process.getuid?.() === 0
  const unreadable = [process.execPath, ...files].filter((file) => !everyoneReads(file))
  const drops = isRoot && unreadable.length === 0
  if (!isRoot)
    gaps.push('the server is not root, so the sandbox keeps its user and might signal it')
  else if (!drops)
    gaps.push(`the sandbox stays root: not readable by all: ${unreadable.join(', ')}`)
  const networkless = canRun('unshare', ['--user', '--net', 'true'])
  if (!networkless)
    gaps.push('no network namespace here: only the descriptor limit stops connections')
  return drops ? { uid: nobody, gid: nobody, networkless, gaps } : { networkless, gaps }
}

/** `--permission` left its experimental name in Node 23.5. */
function permissionFlag(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 23 || (major === 23 && minor >= 5) ? '--permission' : '--experimental-permission'
}

/**
 * The command of one sandbox process. Limits are set by the shell, since Node cannot set them for
 * a child. RLIMIT_AS would be the usual memory limit, but wasm reserves gigabytes of addresses that
 * it never touches; RLIMIT_DATA counts private writable pages only. Stacks are small because each
 * thread's counts in full.
 */
export function sandboxCommand(
  isolation: Isolation,
  limits: Limits,
  child: { entry: string; reads: string[]; args: string[] },
): string[] {
  const dataKb = (baselineMb + limits.memoryMb) * 1024
  // A backstop for a server that dies: whole seconds of CPU, above the wall clock.
  const cpuSeconds = Math.ceil(limits.wallMs / 1000) * 2 + 2
  const ulimits = `ulimit -d ${dataKb} && ulimit -s 2048 && ulimit -c 0 && ulimit -f 0 && ulimit -n ${descriptors} && ulimit -t ${cpuSeconds}`
  return [
    '/bin/sh',
    '-c',
    `${ulimits} && unset PWD OLDPWD && exec "$@"`,
    'sandbox',
    ...(isolation.networkless ? ['unshare', '--user', '--net'] : []),
    process.execPath,
    permissionFlag(),
    ...[child.entry, ...child.reads].map((path) => `--allow-fs-read=${path}`),
    '--no-warnings',
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    '--max-old-space-size=64',
    '--max-semi-space-size=2',
    child.entry,
    ...child.args,
  ]
}

/** Whether the file is there and can be read: the sandbox's entry exists only after a build. */
export function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
