import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Connections, Db, Store, Tx } from './connections.ts'

/** The two files of a SQLite installation inside its data folder. */
export const sqliteFiles = { main: 'civic.sqlite', vault: 'vault.sqlite' } as const

function openFile(path: string): Sqlite.Database {
  const file = new Sqlite(path, { timeout: 5_000 })
  file.pragma('journal_mode = WAL')
  file.pragma('foreign_keys = ON')
  file.pragma('synchronous = FULL')
  // What is deleted is overwritten: erasing a person leaves no key in the file's free pages.
  file.pragma('secure_delete = ON')
  return file
}

/** Applies what is missing of `db/migrations/sqlite` and `db/migrations/vault`. */
export function migrateSqlite(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const [file, migrations] of [
    [sqliteFiles.main, 'db/migrations/sqlite'],
    [sqliteFiles.vault, 'db/migrations/vault'],
  ] as const) {
    const connection = openFile(join(folder, file))
    // Rebuilding a table drops it first, which foreign keys would turn into deleted rows.
    connection.pragma('foreign_keys = OFF')
    migrate(drizzle(connection), { migrationsFolder: migrations })
    connection.close()
  }
}

/**
 * Whether another process has the data of `folder` open. The last connection to close takes the
 * write-ahead log with it; one that stays shows that ours was not the last.
 */
export function isOpenElsewhere(folder: string): boolean {
  return Object.values(sqliteFiles).some((name) => {
    const file = join(folder, name)
    if (!existsSync(file)) return false
    const connection = new Sqlite(file)
    try {
      connection.pragma('user_version')
    } catch {
      // Damaged: no server runs on it, and a backup must be able to take its place.
      return false
    } finally {
      connection.close()
    }
    return existsSync(`${file}-wal`)
  })
}

/**
 * Writers take turns on a connection of their own: on a shared one, statements of another request
 * would fall into the transaction between two awaits.
 */
function turns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}

function writeQueue(connection: Sqlite.Database, inTurn: ReturnType<typeof turns>): Store['write'] {
  const tx = drizzle(connection) as unknown as Tx
  return (work) =>
    inTurn(async () => {
      connection.exec('BEGIN IMMEDIATE')
      try {
        const result = await work(tx)
        connection.exec('COMMIT')
        return result
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        throw error
      }
    })
}

/** Which file a path leads to now; undefined where there is none. */
function inode(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

function openStore(path: string) {
  const read = openFile(path)
  read.pragma('query_only = ON')
  const write = openFile(path)
  const inTurn = turns()
  const store: Store = { read: drizzle(read) as unknown as Db, write: writeQueue(write, inTurn) }
  /** The log keeps pages as they were until it is emptied. */
  const emptyLog = () => inTurn(async () => write.pragma('wal_checkpoint(TRUNCATE)'))
  const opened = inode(path)
  return { read, write, store, emptyLog, isInPlace: () => inode(path) === opened }
}

/** Opens both files of `folder`, which must have been migrated. */
export function connectSqlite(folder: string): Connections {
  const main = openStore(join(folder, sqliteFiles.main))
  const vault = openStore(join(folder, sqliteFiles.vault))
  return {
    main: main.store,
    vault: vault.store,
    raw: ({ sqlite }) => {
      const statement = main.read.prepare(sqlite)
      return async (...values) => statement.all(...values) as Record<string, unknown>[]
    },
    async backup(target) {
      mkdirSync(target, { recursive: true, mode: 0o700 })
      await main.read.backup(join(target, sqliteFiles.main))
      await vault.read.backup(join(target, sqliteFiles.vault))
    },
    isInPlace: () => main.isInPlace() && vault.isInPlace(),
    async forgetDeleted() {
      await main.emptyLog()
      await vault.emptyLog()
    },
    async close() {
      for (const connection of [main.read, main.write, vault.read, vault.write]) connection.close()
    },
  }
}
