import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client.server.ts'
import { engine } from '#db/dialect/index.ts'
import { unlockVault } from '#db/vault/identities.server.ts'

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/**
 * A fresh migrated database for the tests of this file, on the engine of this run: a SQLite folder,
 * or a database of its own in the PostgreSQL cluster that DATABASE_URL points to.
 */
export function withDatabase(): void {
  const folder = mkdtempSync(join(tmpdir(), 'civic-test-'))
  const name = `civic_${randomBytes(6).toString('hex')}`
  beforeAll(async () => {
    unlockVault({ vault: randomBytes(32), index: randomBytes(32) })
    let url: string | undefined
    if (engine === 'postgres') {
      await admin(`CREATE DATABASE ${name}`)
      const own = new URL(process.env.DATABASE_URL!)
      own.pathname = `/${name}`
      url = own.href
    }
    await migrateDatabase({ folder, url })
    await openDatabase({ folder, url })
  })
  afterAll(async () => {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
    if (engine === 'postgres') await admin(`DROP DATABASE ${name} WITH (FORCE)`)
  })
}
