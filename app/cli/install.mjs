import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { getuid } from 'node:process'

const stamp = 'node_modules/.civic-installed'
const compiler = ['python3', 'make', 'g++']

/** Says what is being done, on standard error. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Ends with a reason and the remedy. */
export function stop(text) {
  say(text)
  process.exit(2)
}

/** Runs a program in `cwd`; its output goes to standard error. Returns whether it succeeded. */
export function run(program, args, env = {}, cwd = '.') {
  const options = { cwd, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } }
  return spawnSync(program, args, options).status === 0
}

function works(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** Why this Node cannot run the product; undefined where it can. See README, Decisions. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    return `Node.js 20.19 or later is needed; this is ${version}.`
  }
  if (major >= 24) {
    return (
      `Node.js 20 or 22 is needed; this is ${version}. On Node 24 the SQLite driver\n` +
      'ends the server and the sandbox of the labs does not start.'
    )
  }
}

/** Ends where this Node cannot run the product. */
export function checkNode() {
  const problem = nodeProblem(process.versions.node)
  if (problem) stop(problem)
}

/** Whether this machine lets us add Debian packages without asking anyone. */
export function canApt() {
  return getuid?.() === 0 && existsSync('/etc/debian_version') && works('apt-get', ['--version'])
}

/** Adds Debian packages. Returns whether they are there. */
export function aptInstall(packages) {
  say(`Installing ${packages.join(', ')} with apt-get …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-q'], env)
  return run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], env)
}

function sqliteLoads() {
  return works(process.execPath, ['-e', "require('better-sqlite3')(':memory:').close()"])
}

/** better-sqlite3 brings its binary or compiles it; the compiler may have to come first. */
function prepareSqlite() {
  if (sqliteLoads()) return
  say('Preparing better-sqlite3 (compiling it can take some minutes) …')
  const missing = compiler.filter((program) => !works(program, ['--version']))
  const rebuild = () => run('npm', ['rebuild', 'better-sqlite3']) && sqliteLoads()
  if (rebuild()) return
  if (missing.length > 0 && canApt() && aptInstall(compiler) && rebuild()) return
  stop(
    'better-sqlite3 could not be prepared: its binary could not be downloaded or compiled.\n' +
      'Install a compiler and start again:\n  sudo apt-get install -y python3 make g++\n' +
      'If there is one, npm may compile for another Node: where “npm config get nodedir” says a\n' +
      'folder, it has to be the one of the Node that runs this.',
  )
}

/** Brings node_modules to what package-lock.json says. */
export function installIfMissing() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const want = `${lock} ${process.versions.modules}`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return
  say('Installing packages …')
  // Not `npm ci`: it refuses a lock made where some other platform's binaries cannot be seen.
  // Install scripts stay off: the packages that need one get it by name.
  const args = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
  ]
  if (!run('npm', args, { NODE_ENV: '' })) {
    stop('The packages could not be installed: is the npm registry reachable? Then start again.')
  }
  prepareSqlite()
  writeFileSync(stamp, want)
}
