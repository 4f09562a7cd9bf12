import { mkdirSync, rmSync } from 'node:fs'
import { civic, settingsFor } from '#tests/server.ts'

/** The demonstration county as a first start leaves it; each test works on a copy. */
export const seededFolder = '.cache/e2e-world'

/** Makes it anew for this run, by the commands an operator would use. */
export default async function makeSeededWorld(): Promise<void> {
  rmSync(seededFolder, { recursive: true, force: true })
  mkdirSync(seededFolder, { recursive: true })
  const settings = settingsFor(seededFolder)
  for (const command of [
    ['content', 'publish'],
    ['demo', 'seed'],
  ]) {
    const { code, err } = await civic(command, settings)
    if (code !== 0) throw new Error(`civic ${command.join(' ')}: ${err}`)
  }
}
