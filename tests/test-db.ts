import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { startRuntime } from '#app/runtime.server.ts'
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client.server.ts'
import { engine } from '#db/dialect/index.ts'
import { unlockVault } from '#db/vault/identities.server.ts'

const cluster = process.env.DATABASE_URL

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A database of its own, empty, in the PostgreSQL cluster that DATABASE_URL points to. */
export async function ownDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `civic_${randomBytes(6).toString('hex')}`
  await admin(`CREATE DATABASE ${name}`)
  const own = new URL(cluster!)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => admin(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/**
 * A fresh migrated database for the tests of this file, on the engine of this run: a SQLite folder,
 * or a database of its own in the PostgreSQL cluster that DATABASE_URL points to. As a runtime it
 * has settings and keys as well, in `CIVIC_DATA`.
 */
export function withDatabase(as: 'database' | 'runtime' = 'database'): void {
  const folder = mkdtempSync(join(tmpdir(), 'civic-test-'))
  let own: Awaited<ReturnType<typeof ownDatabase>> | undefined
  beforeAll(async () => {
    if (engine === 'postgres') own = await ownDatabase()
    const url = own?.url
    if (as === 'runtime') {
      process.env.CIVIC_DATA = folder
      if (url) process.env.DATABASE_URL = url
      await startRuntime()
      return
    }
    unlockVault({ vault: randomBytes(32), index: randomBytes(32) })
    await migrateDatabase({ folder, url })
    await openDatabase({ folder, url })
  })
  afterAll(async () => {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
    await own?.drop()
  })
}
