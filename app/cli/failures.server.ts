import { type Env, env, SettingError } from '#app/env.server.ts'
import { MigrationFailed } from '#db/client.server.ts'
import { WrongUse } from './operator.server.ts'

/**
 * Why a command failed, for whoever ran it. `code` is its exit code: 2 where they can mend it, 3
 * where it is our fault or the machine's. `unexpected` is what belongs in the log as well.
 */
export type Failure = { code: 2 | 3; text: string; unexpected?: unknown }

type Coded = Error & { code: string; path?: string }

/** The error and what caused it, outermost first. */
function* chain(error: unknown): Generator<Error> {
  for (let at = error; at instanceof Error; at = at.cause) yield at
}

function isCoded(error: Error): error is Coded {
  return 'code' in error && typeof error.code === 'string'
}

/** Commands on files work whatever the settings are; then nothing is known of them here. */
function settings(): Partial<Env> {
  try {
    return env()
  } catch {
    return {}
  }
}

const fileFaults: Record<string, string> = {
  EACCES: 'this account may not read or write it',
  EPERM: 'this account may not read or write it',
  EROFS: 'this disk can only be read',
  EISDIR: 'it is a folder, and a file is needed',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file stands where a folder is needed',
  ENOENT: 'there is no such file or folder, and none can be made',
}

function fileFault({ code, path }: Coded): string | undefined {
  const reason = fileFaults[code]
  if (!reason || path === undefined) return
  const { folder } = settings()
  return folder !== undefined && `${path}/`.startsWith(`${folder}/`)
    ? `CIVIC_DATA: ${path}: ${reason}. Give the data folder to this account, or set another one.`
    : `${path}: ${reason}.`
}

const sqliteFaults: [RegExp, (folder: string) => string][] = [
  [
    /^SQLITE_(CANTOPEN|READONLY)/,
    (folder) =>
      `CIVIC_DATA: the database in ${folder} cannot be opened for writing. Give the data folder to this account, or set another one.`,
  ],
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    (folder) =>
      `CIVIC_DATA: the database in ${folder} is damaged. Bring a backup back: npm run -s civic -- restore FILE --yes`,
  ],
  [
    /^SQLITE_BUSY/,
    () => 'Another program is writing to the database. Wait until it is done and try again.',
  ],
]

const unreachable = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE)$/

const postgresFaults: Record<string, string> = {
  '28P01': 'PostgreSQL refused the account or its password: correct them',
  '28000': 'PostgreSQL does not let this account in: check its name and pg_hba.conf',
  '3D000': 'there is no such database: make it with createdb, or correct the name',
  '42501': 'this account may not set the database up: it must own the database and have CREATEROLE',
  '53300': 'PostgreSQL has no connection left: raise max_connections',
  '57P03': 'PostgreSQL is starting or stopping: try again in a moment',
}

function postgresFault({ code }: Coded): string | undefined {
  const { DATABASE_URL } = settings()
  if (DATABASE_URL === undefined) return
  const { host } = new URL(DATABASE_URL)
  if (unreachable.test(code)) {
    return `DATABASE_URL: no PostgreSQL answers at ${host} (${code}): start it, or correct the address.`
  }
  const reason = postgresFaults[code]
  return reason && `DATABASE_URL: ${reason}.`
}

const diskFull = /^(ENOSPC|SQLITE_FULL|53100)$/

function knownFault(error: Coded): Failure | undefined {
  if (diskFull.test(error.code)) {
    const text = 'The disk is full. Nothing was left half done; make room and try again.'
    return { code: 3, text }
  }
  const sqlite = sqliteFaults.find(([pattern]) => pattern.test(error.code))
  const text = sqlite?.[1](settings().folder ?? '') ?? postgresFault(error) ?? fileFault(error)
  return text === undefined ? undefined : { code: 2, text }
}

/** Names the setting or the file to mend, where that is known; else says what failed. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof SettingError || error instanceof WrongUse) {
    return { code: 2, text: error.message }
  }
  const errors = [...chain(error)]
  const known = errors.filter(isCoded).map(knownFault).find(Boolean)
  if (known) return known
  // The innermost message: an outer one may quote a query with what people typed.
  const unexpected = errors.at(-1) ?? error
  const reason = errors.at(-1)?.message ?? String(error)
  if (errors.some((each) => each instanceof MigrationFailed)) {
    const text = `The database could not be brought to this version: ${reason}. It was made by another version or changed by hand. Bring a backup back (npm run -s civic -- restore FILE --yes), or begin anew with another CIVIC_DATA or DATABASE_URL. The log line above says where it failed.`
    return { code: 2, text, unexpected }
  }
  return { code: 3, text: `It failed: ${reason}. The log line above says where.`, unexpected }
}
