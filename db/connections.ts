import type { NodePgDatabase } from 'drizzle-orm/node-postgres'

type Database = NodePgDatabase<Record<string, never>>

/** What a query gets: it cannot write, by type and by the connection's own setting. */
export type Db = Pick<Database, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>
/** What a command gets inside `write`. */
export type Tx = Db & Pick<Database, 'insert' | 'update' | 'delete'>

/** One store's two doors. */
export type Store = {
  read: Db
  /** Runs `work` alone, in a transaction that is on disk when the promise resolves. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** A statement kept ready for one of the few hottest reads. */
export type RawRead = (sql: {
  sqlite: string
  postgres: string
  name: string
}) => (...values: (string | number | null)[]) => Promise<Record<string, unknown>[]>

export type Connections = {
  main: Store
  vault: Store
  raw: RawRead
  /** Writes a consistent copy of both stores, where the engine has its own way (SQLite). */
  backup?(folder: string): Promise<void>
  /** Whether the files are still where they were opened (SQLite): what is written elsewhere is lost. */
  isInPlace?(): boolean
  /** Takes what was deleted off the disk, where the engine can be told to (SQLite). */
  forgetDeleted?(): Promise<void>
  close(): Promise<void>
}
