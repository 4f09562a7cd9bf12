import {
  alias,
  blob,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/** The same builders as postgres.ts, for SQLite. */
export const table = sqliteTable
export const vaultTable = sqliteTable
export { alias, foreignKey, index, integer, primaryKey, real, text, uniqueIndex }
export const boolean = (name: string) => integer(name, { mode: 'boolean' })
export const instant = (name: string) => integer(name)
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()
export const bytes = (name: string) => blob(name, { mode: 'buffer' })
