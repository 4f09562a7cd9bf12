import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { verifyTrail } from '#app/audit/verify.server.ts'
import { env } from '#app/env.server.ts'
import { repeatErasures } from '#app/organisation/erase-person.server.ts'
import { restoreBackup } from './backup/restore.server.ts'
import { writeBackup } from './backup/write-backup.server.ts'
import {
  operatorFile,
  operatorPath,
  print,
  say,
  WrongUse,
  withData,
  withRuntime,
} from './operator.server.ts'

/** PostgreSQL has its own tools, which do this better than we could: prints the command to run. */
function refuseOnPostgres(command: string, json: boolean | undefined): void {
  if (!env().DATABASE_URL) return
  print({ command }, [command], json)
  throw new WrongUse(
    `Nothing was done: this installation is on PostgreSQL. Use its own tool, as printed, and keep ${env().headsFile} with what it makes.`,
  )
}

/** `civic backup FILE` */
export async function backup(path: string, options: { json?: boolean }): Promise<void> {
  refuseOnPostgres('pg_dump --format=custom --file=civic.dump "$DATABASE_URL"', options.json)
  const file = operatorPath(path)
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new WrongUse(
      `${file} is a folder: write the name of the backup too, such as ${file}/civic.tar.gz.`,
    )
  }
  if (!existsSync(dirname(file))) {
    throw new WrongUse(`There is no folder ${dirname(file)}: make it first.`)
  }
  const { files, keys, at } = await withData(() => writeBackup(file))
  say(
    `keys.json is not in the backup: keep a copy of ${env().keysFile} in another place. Without it the backup cannot be read; together they can be read by anyone.`,
  )
  const lines = [`${file}: ${Object.keys(files).join(', ')}; keys ${keys.slice(0, 16)}`]
  print({ file, at, files, keys }, lines, options.json)
}

type RestoreOptions = { yes?: boolean; json?: boolean }

/** `civic restore FILE`: exit code 1 where the data is back but its audit trail is not whole. */
export async function restore(path: string, { yes, json }: RestoreOptions): Promise<number> {
  refuseOnPostgres('pg_restore --clean --if-exists --dbname="$DATABASE_URL" civic.dump', json)
  const { at, aside } = await restoreBackup(operatorFile(path), yes === true)
  const { rows, faults, erased } = await withRuntime(async () => {
    const erased = await repeatErasures()
    return { ...(await verifyTrail()), erased }
  })
  const whole = faults.length === 0
  const lines = [
    `The data of ${new Date(at).toISOString()} is back.`,
    ...(aside ? [`What was there before is in ${aside}: delete it when you are sure.`] : []),
    ...(erased > 0 ? [`${erased} people in it had been erased since: they are erased again.`] : []),
    whole
      ? `The audit trail is whole: ${rows} rows.`
      : `The audit trail has ${faults.length} faults: run civic audit verify.`,
  ]
  print({ at, aside, erased, auditRows: rows, auditFaults: faults.length }, lines, json)
  return whole ? 0 : 1
}
