import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { nodeProblem } from '../../app/cli/install.mjs'

const folder = mkdtempSync(join(tmpdir(), 'civic-install-'))
const record = join(folder, 'record')
const installer = join(folder, 'installer.mjs')
const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')

beforeEach(() => rmSync(record, { force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

/** An apt-get and a Playwright that only note what they were asked, and end as told. */
function pretend(apt: { ends: number } | undefined, playwright: { ends: number }): void {
  const script = join(folder, 'apt-get')
  rmSync(script, { force: true })
  const note = `echo "apt-get $*" >> ${record}`
  const ends = `case "$1" in install) exit ${apt?.ends};; esac`
  if (apt) writeFileSync(script, `#!/bin/sh\n${note}\n${ends}\n`, { mode: 0o755 })
  writeFileSync(
    installer,
    `import { appendFileSync } from 'node:fs'
    appendFileSync('${record}', 'playwright ' + process.argv.slice(2).join(' ') + '\\n')
    process.exit(${playwright.ends})`,
  )
}

/** Looks for a browser at `place` on a machine with nothing else on its PATH. */
function prepare(place: string) {
  const given = JSON.stringify([[place], installer]).slice(1, -1)
  const code = `import { prepareBrowser } from './app/cli/browser.mjs'
    process.exit(prepareBrowser(${given}) ? 0 : 1)`
  const args = ['--input-type=module', '-e', code]
  const done = spawnSync(process.execPath, args, {
    env: { PATH: folder, NODE_ENV: 'test' },
    encoding: 'utf8',
  })
  const asked = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : []
  return { there: done.status === 0, asked, said: done.stderr }
}

const nowhere = join(folder, 'no-browser')

describe('a browser for the journeys', () => {
  it('is the one of the machine, and nothing is installed', () => {
    pretend({ ends: 0 }, { ends: 0 })
    expect(prepare(process.execPath)).toEqual({ there: true, asked: [], said: '' })
  })

  it.runIf(rootOnDebian)('is Debian’s where we are root', () => {
    pretend({ ends: 0 }, { ends: 0 })
    const { there, asked } = prepare(nowhere)
    expect(there).toBe(true)
    expect(asked).toEqual([
      'apt-get --version',
      'apt-get update -q',
      'apt-get install -q -y --no-install-recommends chromium-headless-shell fonts-noto-cjk',
    ])
  })

  it.runIf(rootOnDebian)('is Playwright’s where apt-get has none', () => {
    pretend({ ends: 100 }, { ends: 0 })
    const { there, asked } = prepare(nowhere)
    expect(asked).toContain('apt-get install -q -y --no-install-recommends chromium fonts-noto-cjk')
    expect([there, asked.at(-1)]).toEqual([true, 'playwright install chromium'])
  })

  it('is Playwright’s where there is no apt-get', () => {
    pretend(undefined, { ends: 0 })
    expect(prepare(nowhere)).toMatchObject({ there: true, asked: ['playwright install chromium'] })
  })

  it('is asked for in words where none could be installed', () => {
    pretend(undefined, { ends: 1 })
    const { there, said } = prepare(nowhere)
    expect([there, said]).toEqual([false, expect.stringContaining('apt-get install chromium')])
  })
})

describe('NODE_ENV', () => {
  it('is no half-way word, which would make a demonstration of a real installation', () => {
    const args = ['app/cli/bootstrap.mjs', 'civic', '--help']
    const env = Object.assign({}, process.env, { NODE_ENV: 'prod' })
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, expect.stringContaining('NODE_ENV: is production')])
  })
})

describe('the Node it runs on', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '22.23.3'])('may be %s', (version) => {
    expect(nodeProblem(version)).toBeUndefined()
  })

  it.each(['18.20.8', '20.18.3', '24.0.0', '26.10.0'])(
    'is refused with what to use: %s',
    (version) => {
      expect(nodeProblem(version)).toMatch(/^Node\.js 20.* is needed; this is /)
    },
  )

  it('is what package.json says', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(engines.node).toBe('>=20.19 <24')
  })
})
