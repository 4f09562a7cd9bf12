import {
  alias,
  bigint,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  boolean as pgBoolean,
  json as pgJson,
  pgSchema,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

/** The column and table builders of db/tables, for PostgreSQL. Their types are the ones seen. */
export const table = pgTable
/** A table of the identity vault: a schema of its own, so that a role of its own can hold it. */
export const vaultTable = pgSchema('vault').table
export { alias, foreignKey, index, integer, primaryKey, text, uniqueIndex }
export const real = doublePrecision
export const boolean = pgBoolean
/** UTC milliseconds since 1970. */
export const instant = (name: string) => bigint(name, { mode: 'number' })
/** JSON kept as written: `json`, not `jsonb`, so that the order of keys survives. */
export const json = <T>(name: string) => pgJson(name).$type<T>()
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
