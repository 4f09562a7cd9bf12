import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, say, stop } from './install.mjs'

const stamp = 'build/.built-from'
const inputs = ['app', 'db', 'public', 'content/messages', 'content/project.inlang/settings.json']
const single = ['package-lock.json', 'vite.config.ts', 'tsconfig.json']
const made = 'app/shared/i18n/paraglide'

function* filesUnder(path) {
  if (path === made || !existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    if (!/\.test\.tsx?$|\.sql$/.test(path)) yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name))
}

function hashInputs() {
  const hash = createHash('sha256')
  for (const path of [...inputs, ...single].flatMap((input) => [...filesUnder(input)])) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** Compiles the messages; types, tests and the build all read the result. */
export function compileMessages() {
  const done = run(process.execPath, [
    'node_modules/@inlang/paraglide-js/bin/run.js',
    'compile',
    '--silent',
    '--no-emit-readme',
    // A file for each message would be 1,300 modules to load for every test file.
    ...['--output-structure', 'locale-modules'],
    ...['--project', 'content/project.inlang', '--outdir', made],
    ...['--strategy', 'globalVariable', 'baseLocale'],
  ])
  if (!done) stop('The messages in content/messages could not be compiled.')
}

/** The sandbox may read its own file and no other, so it is one file by itself. */
function buildSandbox() {
  return run(process.execPath, [
    'node_modules/esbuild/bin/esbuild',
    'app/labs/runners/sql-child.ts',
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--packages=external',
    '--log-level=warning',
    '--outfile=build/server/sql-child.js',
  ])
}

/** Builds the server, the command line and the browser's files, when a source has changed. */
export function buildIfStale() {
  const want = hashInputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return
  say('Building …')
  compileMessages()
  const env = { CIVIC_BUILD: want.slice(0, 12), NODE_ENV: 'production' }
  const remix = 'node_modules/@remix-run/dev/dist/cli.js'
  const built = run(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], env)
  if (!built || !buildSandbox()) {
    stop('The build failed; the lines above say where.')
  }
  mkdirSync('build', { recursive: true })
  writeFileSync(stamp, want)
}
