import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#app/env.server.ts'
import { type Keys, loadKeys } from '#app/keys.server.ts'
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client.server.ts'
import { hasPeople } from '#db/organisation/has-people.server.ts'
import { unlockVault } from '#db/vault/identities.server.ts'

let loaded: Keys | undefined

/** The installation's keys. */
export function keys(): Keys {
  if (!loaded) throw new Error('the runtime was not started')
  return loaded
}

/**
 * Loads the keys, migrates, opens the database and unlocks the vault: what server and CLI share. Throws
 * SettingError where there is data already and no keys to read it with.
 */
export async function startRuntime(): Promise<void> {
  const { folder, keysFile, DATABASE_URL: url } = env()
  // Before anything is touched: on SQLite the folder itself says whether there is data.
  if (!url) loaded = loadKeys(keysFile, existsSync(join(folder, 'civic.sqlite')))
  await migrateDatabase({ folder, url })
  await openDatabase({ folder, url })
  if (url) loaded = await keysForDatabase(keysFile)
  unlockVault(keys())
}

/** On PostgreSQL the folder may be new where the data is not: the open database has to say so. */
async function keysForDatabase(keysFile: string): Promise<Keys> {
  try {
    return loadKeys(keysFile, await hasPeople())
  } catch (error) {
    await closeDatabase()
    throw error
  }
}

export async function stopRuntime(): Promise<void> {
  await closeDatabase()
}
