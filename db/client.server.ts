import { AsyncLocalStorage } from 'node:async_hooks'
import { connectPostgres, migratePostgres } from './connect-postgres.server.ts'
import { connectSqlite, migrateSqlite } from './connect-sqlite.server.ts'
import type { Connections, Db, Tx } from './connections.ts'
import { engine } from './dialect/index.ts'

export { isOpenElsewhere, sqliteFiles } from './connect-sqlite.server.ts'
export type { Db, Tx } from './connections.ts'

/** Where the data is: a folder for SQLite, a URL for PostgreSQL. */
export type Place = { folder: string; url?: string }

let current: Connections | undefined
/** Counts openings, so that statements prepared on a closed database are not used again. */
let opening = 0
const writing = new AsyncLocalStorage<'main' | 'vault'>()

function connections(): Connections {
  if (!current) throw new Error('the database is not open')
  return current
}

/** The database could not be brought to this version; `cause` says why. */
export class MigrationFailed extends Error {}

/** Applies the migrations that are missing, on the engine of this process, or throws MigrationFailed. */
export async function migrateDatabase({ folder, url }: Place): Promise<void> {
  try {
    if (engine === 'postgres') await migratePostgres(required(url))
    else migrateSqlite(folder)
  } catch (cause) {
    throw new MigrationFailed('the database could not be migrated', { cause })
  }
}

/** Opens the (migrated) database of this process; closes the one that was open. */
export async function openDatabase({ folder, url }: Place): Promise<void> {
  await closeDatabase()
  current = engine === 'postgres' ? connectPostgres(required(url)) : connectSqlite(folder)
  opening++
}

export async function closeDatabase(): Promise<void> {
  const closing = current
  current = undefined
  await closing?.close()
}

function required(url: string | undefined): string {
  if (!url) throw new Error('DATABASE_URL is needed for PostgreSQL')
  return url
}

/** The door for reading. Inside `write`, use its `tx`: this door would not see what it changed. */
export function read(): Db {
  if (writing.getStore()) throw new Error('read inside write: use tx')
  return connections().main.read
}

function door(name: 'main' | 'vault') {
  return <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const within = writing.getStore()
    // The vault within the main database, never the other way: so neither waits for the other.
    if (within && (within === 'vault' || name === 'main')) throw new Error('write does not nest')
    return connections()[name].write((tx) => writing.run(name, () => work(tx)))
  }
}

/** The only door for changing the main database. No network call belongs inside. */
export const write = door('main')
/**
 * The same for the identity vault, a store of its own. Within `write` nothing of the main database
 * changes meanwhile; the two do not commit together.
 */
export const writeVault = door('vault')

/** Reads the identity vault. */
export function readVault(): Db {
  return connections().vault.read
}

/** A consistent copy of the data into `folder`; undefined where the engine has its own tool. */
export function copyDatabase(folder: string): Promise<void> | undefined {
  return connections().backup?.(folder)
}

/** Whether the data is still where it was opened: files may have been moved or replaced. */
export function isInPlace(): boolean {
  return connections().isInPlace?.() ?? true
}

/** Takes what was deleted off the disk now; on PostgreSQL its vacuum does it later. */
export async function forgetDeleted(): Promise<void> {
  await connections().forgetDeleted?.()
}

type Prepared<R> = { execute(values?: Record<string, unknown>): Promise<R> }

function once<T>(make: () => T): () => T {
  let made: { at: number; value: T } | undefined
  return () => {
    if (made?.at !== opening) made = { at: opening, value: make() }
    return made.value
  }
}

/** A query prepared once per opening: `values` fill its `sql.placeholder`s. For the hot reads. */
export function prepared<R>(
  name: string,
  query: (db: Db) => { prepare(name: string): Prepared<R> },
): (values?: Record<string, unknown>) => Promise<R> {
  const statement = once(() => query(connections().main.read).prepare(name))
  return async (values) => statement().execute(values)
}

/** A hand-written statement for the one or two hottest reads of all (see README, decisions). */
export function raw(statement: { sqlite: string; postgres: string; name: string }) {
  const run = once(() => connections().raw(statement))
  return (...values: (string | number | null)[]) => run()(...values)
}
