import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { freshFolder } from '#tests/prepared.ts'
import { civic, settingsFor } from '#tests/server.ts'
import { openCounties } from './counties.ts'
import { preparedFile, runFolder, seededFolder } from './folders.ts'
import { prepareThings } from './prepared-things.ts'

/** Makes the county anew for this run, by the commands an operator would use; returns its end. */
export default async function makeSeededWorld(): Promise<() => Promise<void>> {
  rmSync(runFolder, { recursive: true, force: true })
  mkdirSync(runFolder, { recursive: true })
  const published = freshFolder()
  cpSync(published.folder, seededFolder, { recursive: true })
  published.forget()
  const { code, err } = await civic(['demo', 'seed'], settingsFor(seededFolder))
  if (code !== 0) throw new Error(`civic demo seed: ${err}`)
  writeFileSync(preparedFile, JSON.stringify(await prepareThings(seededFolder)))
  const counties = await openCounties(seededFolder)
  process.env.CIVIC_COUNTIES = counties.address
  return counties.close
}
