import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll } from 'vitest'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder that the sandbox's user may read too, gone when the tests are. */
export function sandboxFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'civic-sandbox-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** Bundles the SQL sandbox's entry as the product's build does; returns its path. */
export async function buildSqlChild(): Promise<string> {
  const outfile = join(sandboxFolder(), 'sql-child.js')
  await build({
    entryPoints: ['app/labs/runners/sql-child.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  writeFileSync(join(outfile, '..', 'package.json'), '{"type":"module"}')
  return outfile
}
