import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#app/env.server.ts'
import { keysFingerprint, loadKeys } from '#app/keys.server.ts'
import { isOpenElsewhere, sqliteFiles } from '#db/client.server.ts'
import { WrongUse } from '../operator.server.ts'
import { unpack } from './archive.server.ts'
import { damagedFiles, type Manifest, manifest } from './manifest.server.ts'

/** What makes up an installation's data besides its keys, with what SQLite keeps beside a file. */
const dataFiles = [
  ...Object.values(sqliteFiles).flatMap((file) => [file, `${file}-wal`, `${file}-shm`]),
  'audit-heads.jsonl',
]

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readManifest(file: string, work: string): Promise<Manifest> {
  const there = await unpack(file, work, ['manifest.json'])
  const text = there ? await readFile(join(work, 'manifest.json'), 'utf8') : '{}'
  const parsed = manifest.safeParse(parseJson(text))
  if (!parsed.success) throw new WrongUse(`${file} is not a backup made by civic backup.`)
  return parsed.data
}

function checkKeys({ keys }: Manifest): void {
  const file = env().keysFile
  if (!existsSync(file)) {
    throw new WrongUse(
      `Put the keys.json of the backed-up installation at ${file} first: without it, nobody can read who the people are.`,
    )
  }
  if (keysFingerprint(loadKeys(file, true)) !== keys) {
    throw new WrongUse(`${file} is of another installation: put the keys.json of the backup there.`)
  }
}

/** Moves what is there out of the way. Returns where to. */
async function setAside(folder: string): Promise<string | undefined> {
  const present = dataFiles.filter((name) => existsSync(join(folder, name)))
  if (present.length === 0) return
  const aside = join(folder, `replaced-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`)
  await mkdir(aside, { mode: 0o700 })
  for (const name of present) await rename(join(folder, name), join(aside, name))
  return aside
}

/**
 * Brings the data of a backup back, after checking that every file is as it was written and that the
 * keys here open it. Data that is there already is kept in a folder beside it, and only touched when
 * `replace` says so. Returns the backup's moment and where the old data went.
 */
export async function restoreBackup(
  file: string,
  replace: boolean,
): Promise<{ at: number; aside: string | undefined }> {
  const { folder } = env()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const work = await mkdtemp(join(folder, '.restore-'))
  try {
    const about = await readManifest(file, work)
    checkKeys(about)
    const names = Object.keys(about.files)
    const whole = await unpack(file, work, names)
    const damaged = whole ? await damagedFiles(work, about) : names
    if (damaged.length > 0) throw new WrongUse(`${file} is damaged: ${damaged.join(', ')}.`)
    if (existsSync(join(folder, sqliteFiles.main))) {
      if (!replace) {
        throw new WrongUse(`There is data in ${folder}. To replace it, say so with --yes.`)
      }
      if (isOpenElsewhere(folder)) {
        throw new WrongUse('The server is still running on this data: stop it first.')
      }
    }
    const aside = await setAside(folder)
    for (const name of names) await rename(join(work, name), join(folder, name))
    return { at: about.at, aside }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
