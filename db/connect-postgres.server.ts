import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Connections, Db, Store, Tx } from './connections.ts'

/** Any number; it names the lock under which writers take turns. */
const writeLock = 990_101
const serializationFailures = new Set(['40001', '40P01'])
const attempts = 5

// int8 columns hold counts and UTC milliseconds, both far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
}

/** Applies what is missing of `db/migrations/postgres` and makes the roles the doors use. */
export async function migratePostgres(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    await pool.query('CREATE SCHEMA IF NOT EXISTS vault')
    await migrate(drizzle(pool), { migrationsFolder: 'db/migrations/postgres' })
    // Roles belong to the whole cluster: another database of it may be making the same ones now.
    await pool.query(`DO $$ BEGIN
      PERFORM pg_advisory_xact_lock(${writeLock});
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'civic_reader') THEN
        CREATE ROLE civic_reader NOLOGIN; END IF;
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'civic_vault') THEN
        CREATE ROLE civic_vault NOLOGIN; END IF;
      EXCEPTION WHEN unique_violation OR duplicate_object THEN NULL; END $$`)
    await pool.query(`
      GRANT civic_reader, civic_vault TO CURRENT_USER;
      GRANT USAGE ON SCHEMA public TO civic_reader;
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO civic_reader;
      REVOKE ALL ON SCHEMA vault FROM PUBLIC, civic_reader;
      GRANT USAGE ON SCHEMA vault TO civic_vault;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA vault TO civic_vault`)
  } finally {
    await pool.end()
  }
}

function pool(url: string, max: number, options: string): pg.Pool {
  // A server that went silent would be waited for without end: a page says so instead.
  const limits = { connectionTimeoutMillis: 10_000, query_timeout: 60_000, keepAlive: true }
  const connections = new pg.Pool({ connectionString: url, max, options, ...limits })
  // An idle connection that breaks is dropped by the pool; the next query gets a fresh one.
  connections.on('error', () => {})
  return connections
}

/**
 * Serializable transactions, one at a time in the whole cluster: the audit chain's tail is read and
 * written by every command, so concurrent ones would only fail and start again. The lock is taken
 * before BEGIN, since a snapshot taken while waiting would be stale.
 */
function writeTurns(connections: pg.Pool, lock: number): Store['write'] {
  return async (work) => {
    const client = await connections.connect()
    try {
      await client.query('SELECT pg_advisory_lock($1)', [lock])
      const tx = drizzle(client) as unknown as Tx
      for (let attempt = 1; ; attempt++) {
        await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE')
        try {
          const result = await work(tx)
          await client.query('COMMIT')
          return result
        } catch (error) {
          // Where the connection is lost there is nothing to roll back, and the first error says more.
          await client.query('ROLLBACK').catch(() => {})
          if (attempt === attempts || !serializationFailures.has(codeOf(error) ?? '')) throw error
        }
      }
    } finally {
      const unlocked = client.query('SELECT pg_advisory_unlock($1)', [lock])
      // A connection that cannot give the lock back is ended, and the lock with it.
      client.release(await unlocked.then(() => false).catch(() => true))
    }
  }
}

/** Opens a migrated PostgreSQL database. */
export function connectPostgres(url: string): Connections {
  const reads = pool(url, 10, '-c role=civic_reader -c default_transaction_read_only=on')
  const writes = pool(url, 4, '-c synchronous_commit=on')
  const vault = pool(url, 4, '-c role=civic_vault')
  return {
    main: {
      read: drizzle(reads) as unknown as Db,
      write: writeTurns(writes, writeLock),
    },
    vault: {
      read: drizzle(vault) as unknown as Db,
      write: writeTurns(vault, writeLock + 1),
    },
    raw:
      ({ postgres, name }) =>
      async (...values) =>
        (await reads.query({ name, text: postgres, values })).rows,
    async close() {
      await Promise.all([reads.end(), writes.end(), vault.end()])
    },
  }
}
