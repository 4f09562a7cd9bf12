import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of files and folders below `folder`, generated ones left out. */
export function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => !path.includes('/paraglide'))
}
