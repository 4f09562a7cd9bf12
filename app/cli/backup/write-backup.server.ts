import { existsSync, mkdirSync } from 'node:fs'
import { chmod, copyFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { env } from '#app/env.server.ts'
import { keysFingerprint } from '#app/keys.server.ts'
import { keys } from '#app/runtime.server.ts'
import { copyDatabase } from '#db/client.server.ts'
import { pack } from './archive.server.ts'
import { hashFile, type Manifest } from './manifest.server.ts'

const databases = ['civic.sqlite', 'vault.sqlite']

async function manifestOf(folder: string, names: string[]): Promise<Manifest> {
  const files: Manifest['files'] = {}
  for (const name of names) files[name] = await hashFile(join(folder, name))
  return { format: 'civic-backup-1', at: Date.now(), keys: keysFingerprint(keys()), files }
}

/**
 * Writes a backup of the running installation to `file` (.tar.gz): both stores, copied while in use,
 * and the signed audit heads. It appears under its name only when it is whole. SQLite only.
 */
export async function writeBackup(file: string): Promise<Manifest> {
  // Not recursive: where nothing can be made, as in /proc, Node then tries for ever.
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { mode: 0o700 })
  const work = await mkdtemp(join(dirname(file), '.backup-'))
  try {
    const names = [...databases]
    const heads = basename(env().headsFile)
    // Before the databases: a head signed meanwhile would vouch for rows that the copy lacks.
    if (existsSync(env().headsFile)) {
      await copyFile(env().headsFile, join(work, heads))
      names.push(heads)
    }
    const copied = copyDatabase(work)
    if (!copied) throw new Error('this engine is backed up by its own tool')
    await copied
    const about = await manifestOf(work, names)
    await writeFile(join(work, 'manifest.json'), `${JSON.stringify(about, null, 2)}\n`)
    const whole = join(work, 'whole.tar.gz')
    if (!(await pack(whole, work, ['manifest.json', ...names]))) {
      throw new Error('tar could not write the backup: is the disk full?')
    }
    await chmod(whole, 0o600)
    await rename(whole, file)
    return about
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
