import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#app/env.server.ts'
import { writeBackup } from './write-backup.server.ts'

const hour = 3_600_000
const name = /^civic-\d{14}\.tar\.gz$/

/** The scheduled backups there are, oldest first. */
async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((file) => name.test(file)).sort()
}

async function modifiedAt(path: string): Promise<number> {
  return (await stat(path)).mtimeMs
}

/**
 * Writes a backup when the newest (or the installation itself) is older than CIVIC_BACKUP_HOURS, and
 * deletes the oldest beyond CIVIC_BACKUPS_KEPT. Returns the file it wrote. On PostgreSQL, and with 0
 * hours, it does nothing.
 */
export async function backUpWhenDue(at: number): Promise<string | undefined> {
  const { backupsFolder, keysFile, CIVIC_BACKUP_HOURS, CIVIC_BACKUPS_KEPT, DATABASE_URL } = env()
  if (DATABASE_URL || CIVIC_BACKUP_HOURS === 0) return
  const newest = (await backupsIn(backupsFolder)).at(-1)
  const since = await modifiedAt(newest ? join(backupsFolder, newest) : keysFile)
  if (at - since < CIVIC_BACKUP_HOURS * hour) return
  const stamp = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)
  const file = join(backupsFolder, `civic-${stamp}.tar.gz`)
  await writeBackup(file)
  const kept = await backupsIn(backupsFolder)
  for (const old of kept.slice(0, -CIVIC_BACKUPS_KEPT)) await rm(join(backupsFolder, old))
  return file
}
