import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { prepareBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { installIfMissing } from './install.mjs'

/** `npm run bench`: bundles tests/bench, which is TypeScript, and runs it beside the built server. */
export async function bench() {
  installIfMissing()
  prepareBrowser()
  buildIfStale()
  const { build } = await import('esbuild')
  mkdirSync('.cache', { recursive: true })
  const outfile = '.cache/bench.mjs'
  await build({
    entryPoints: ['tests/bench/run.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  await import(pathToFileURL(outfile).href)
}
