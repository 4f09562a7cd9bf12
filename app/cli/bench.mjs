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
  // It measures SQLite with settings of its own, whatever this installation runs on.
  delete process.env.DATABASE_URL
  process.env.CIVIC_MODE = 'demonstration'
  await build({
    // The second is loaded into the built server for one run.
    entryPoints: ['tests/bench/run.ts', 'tests/bench/record.ts'],
    outdir: '.cache/bench',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  await import(pathToFileURL('.cache/bench/run.js').href)
}
