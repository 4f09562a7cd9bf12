import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { signHead } from '#app/audit/heads.server.ts'
import { env, SettingError } from '#app/env.server.ts'
import { startRuntime, stopRuntime } from '#app/runtime.server.ts'
import { findChainTail } from '#db/audit/queries.server.ts'
import { sqliteFiles } from '#db/client.server.ts'

/** A command was used wrongly or cannot do what it was asked: exit code 2 with this remedy. */
export class WrongUse extends Error {}

/** An operator's path: npm changes the folder, and INIT_CWD is the one they stood in. */
export function operatorPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

/** Why a path cannot be read as a file, with what helps; undefined where it can. */
export function whyNoFile(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return `There is no file ${path}.`
  if (found.isDirectory()) return `${path} is a folder: write the path of a file.`
  if (!found.isFile()) return `${path} is no ordinary file: save what it gives, and write its path.`
  try {
    accessSync(path, constants.R_OK)
  } catch {
    return `${path} may not be read by this account.`
  }
}

/** An operator's path to a file that is there and can be read, or a WrongUse that says why not. */
export function operatorFile(path: string): string {
  const file = operatorPath(path)
  const why = whyNoFile(file)
  if (why) throw new WrongUse(why)
  return file
}

/**
 * Runs `work` with the database open, and closes it whatever happens. What it added to the audit trail is
 * signed: no server may be running that would. A trail that did not grow is not signed anew.
 */
export async function withRuntime<T>(work: () => Promise<T>): Promise<T> {
  await startRuntime()
  try {
    const before = await findChainTail()
    const result = await work()
    if ((await findChainTail())?.sequence !== before?.sequence) await signHead()
    return result
  } finally {
    await stopRuntime()
  }
}

/**
 * The same, for what only looks at data: in a folder that has none, a name that was mistyped most
 * likely, it makes none. On PostgreSQL the address says where the data is.
 */
export async function withData<T>(work: () => Promise<T>): Promise<T> {
  const { folder, DATABASE_URL } = env()
  if (!DATABASE_URL && !existsSync(join(folder, sqliteFiles.main))) {
    throw new SettingError('CIVIC_DATA', `${folder} holds no data: name the folder that does`)
  }
  return withRuntime(work)
}

/** Says what is being done, on standard error: standard output is for a command's own answer. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** A command's answer: JSON alone, or lines for a person. */
export function print(answer: unknown, lines: string[], json: boolean | undefined): void {
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : `${lines.join('\n')}\n`)
}
