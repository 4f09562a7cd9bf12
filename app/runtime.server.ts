import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#app/env.server.ts'
import { type Keys, loadKeys } from '#app/keys.server.ts'
import { closeDatabase, migrateDatabase, openDatabase } from '#db/client.server.ts'
import { unlockVault } from '#db/vault/identities.server.ts'

let loaded: Keys | undefined

/** The installation's keys. */
export function keys(): Keys {
  if (!loaded) throw new Error('the runtime was not started')
  return loaded
}

/** Loads the keys, migrates, opens the database and unlocks the vault: what server and CLI share. */
export async function startRuntime(): Promise<void> {
  const { folder, keysFile, DATABASE_URL: url } = env()
  loaded = loadKeys(keysFile, existsSync(join(folder, 'civic.sqlite')))
  unlockVault(loaded)
  await migrateDatabase({ folder, url })
  await openDatabase({ folder, url })
}

export async function stopRuntime(): Promise<void> {
  await closeDatabase()
}
