import * as postgres from './postgres.ts'
import * as sqlite from './sqlite.ts'

/** Which engine this process runs on: `DATABASE_URL=postgres://…` is PostgreSQL, else SQLite. */
export const engine: 'sqlite' | 'postgres' = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
  ? 'postgres'
  : 'sqlite'

// The static type is PostgreSQL's whichever engine runs; SQLite satisfies it at run time.
const builders = (engine === 'postgres' ? postgres : sqlite) as typeof postgres

export const {
  table,
  vaultTable,
  text,
  integer,
  real,
  boolean,
  instant,
  json,
  bytes,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  alias,
} = builders

export {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  ne,
  not,
  notExists,
  notInArray,
  or,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm'
