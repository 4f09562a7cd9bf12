import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ownForm } from '#tests/attack/raw-request.ts'
import { freePort } from '#tests/free-port.ts'
import { emptyFolder, freshFolder } from '#tests/prepared.ts'
import { civic, settingsFor, startServer } from '#tests/server.ts'

const data = freshFolder()
afterAll(() => data.forget())

const demonstration = { CIVIC_MODE: 'demonstration' }
const line = /^ {2}([A-Z]{2}\d{4}) {2}([a-z2-9-]{19}) {2}(.+)$/gm

/** Staff number, password and role of each line on the terminal. */
function accountsIn(said: string): string[][] {
  return [...said.matchAll(line)].map(([, ...account]) => account as string[])
}

describe('a demonstration', () => {
  it('says on its first start and on later ones with whom to sign in', async () => {
    const server = await startServer(data.folder, demonstration)
    const said = accountsIn(server.said())
    const [login = '', password = ''] =
      said.find(([, , role]) => role === '管理员 Administrator') ?? []
    const answer = await ownForm(server.port, '/sign-in', { login, password })
    expect(answer.status).toBe(302)
    const roles = said.map(([, , role]) => role)
    expect(new Set(roles).size).toBe(roles.length)
    expect(roles).toContain('学员 Learner')
    expect(server.said()).toContain(`\n  ${server.origin}\n`)
    await server.stop()

    const later = await startServer(data.folder, demonstration)
    await later.stop()
    expect(accountsIn(later.said())).toEqual(said)
  })

  it('keeps all of them in a file for the owner alone, by staff number', () => {
    const file = join(data.folder, 'demo-accounts.txt')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const numbers = readFileSync(file, 'utf8').match(/^[A-Z]{2}\d{4}/gm) ?? []
    expect(numbers.length).toBe(33)
    expect(numbers).toEqual(numbers.toSorted())
  })
})

describe('the demonstration by command', () => {
  it('begins with nothing at all, and is refused where it is already', async () => {
    const { folder, forget } = emptyFolder()
    const seeded = await civic(['demo', 'seed', '--json'], settingsFor(folder))
    expect([seeded.code, seeded.err]).toEqual([0, expect.stringContaining('published')])
    const { accountsFile } = JSON.parse(seeded.out)
    expect(readFileSync(accountsFile, 'utf8')).toContain('SL0030')
    expect((await civic(['demo', 'seed'], settingsFor(folder))).code).toBe(2)
    forget()
  }, 120_000)
})

/** A machine of its own without any network but itself; needs root and Debian's ip. */
const netless = ['-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const
const canCutOff = spawnSync('unshare', [...netless, 'true']).status === 0

describe.runIf(canCutOff)('a later start', () => {
  it('listens on a machine that is cut off from every network', async () => {
    const serve = [process.execPath, 'app/cli/bootstrap.mjs', 'serve']
    const settings = settingsFor(data.folder, { PORT: String(await freePort()), LOG_LEVEL: 'info' })
    const server = spawn('unshare', [...netless, ...serve], { env: settings })
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += chunk
    })
    await expect.poll(() => said, { timeout: 20_000 }).toContain('"listening"')
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill()
    expect(await ended).toBe(0)
  })
})
