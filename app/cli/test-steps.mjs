// The steps of `npm test`: each runs a program and says how many tests passed and failed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const reports = '.cache/test'

/** Runs a Node program; its output goes to standard error. Returns whether it succeeded. */
function runNode(args, env = {}) {
  const options = {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1', ...env },
  }
  return spawnSync(process.execPath, args, options).status === 0
}

/** A check that is one thing: passed or failed. */
function check(title, part, args) {
  return {
    title,
    part,
    run: () => (runNode(args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  }
}

/** What a JSON report counts; a runner that left none, or counts nothing, has failed. */
function counted(file, exitedWell, count) {
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')))
    return { passed, failed: failed === 0 && !(exitedWell && passed > 0) ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** Whole test files that broke before their first test are counted as one failure each. */
function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}

function fresh(name) {
  mkdirSync(reports, { recursive: true })
  const file = join(reports, name)
  rmSync(file, { force: true })
  return file
}

function vitest(title, part, name, args, env) {
  return {
    title,
    part,
    run() {
      const file = fresh(name)
      const program = 'node_modules/vitest/vitest.mjs'
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const well = runNode([program, 'run', ...reporters, ...args], env)
      return counted(file, well, countVitest)
    },
  }
}

function playwright(title, part, name) {
  return {
    title,
    part,
    run() {
      const file = fresh(name)
      const program = 'node_modules/@playwright/test/cli.js'
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
      const well = runNode([program, 'test', '--reporter=line,json'], env)
      return counted(file, well, countPlaywright)
    },
  }
}

/** In order. `part` is what `npm test -- <part>` names. */
export const steps = [
  check('Biome: format and lint', 'lint', ['node_modules/@biomejs/biome/bin/biome', 'check']),
  check('TypeScript', 'lint', ['node_modules/typescript/bin/tsc', '--noEmit']),
  check('Who imports whom', 'lint', [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.cjs', 'app', 'db', 'tests'],
  ]),
  check('Content', 'lint', ['build/server/civic.js', 'content', 'check']),
  vitest('Known holes in packages', 'lint', 'advisories.json', ['tests/advisories']),
  vitest('Unit, database and attack tests on SQLite', 'unit', 'unit.json', [
    '--exclude=tests/advisories/**',
  ]),
  vitest('Database tests on PostgreSQL', 'db', 'postgres.json', ['tests/db'], {
    CIVIC_TEST_ENGINE: 'postgres',
  }),
  playwright('Journeys in a browser', 'e2e', 'e2e.json'),
]
