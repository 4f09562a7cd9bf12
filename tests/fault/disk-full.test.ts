import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessions } from '#db/accounts/tables.server.ts'
import { write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { ownForm, rawRequest } from '#tests/attack/raw-request.ts'
import { aPerson } from '#tests/factories.ts'
import { freshFolder } from '#tests/prepared.ts'
import { civic, type RunningServer, settingsFor, startServer } from '#tests/server.ts'
import { aSession, closeWorld, openWorld } from '#tests/world.ts'

const mount = mkdtempSync(join(tmpdir(), 'civic-small-disk-'))
const run = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
// A disk of its own needs root; elsewhere this file says that it was left out.
const mounted = run('mount', '-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', mount)

beforeAll(() => {
  if (!mounted) process.stderr.write('No small disk could be mounted (not root): left out.\n')
})
afterAll(() => {
  if (mounted) run('umount', mount)
  rmSync(mount, { recursive: true, force: true })
})

/** Fills the disk to the last byte. */
function fill(): void {
  for (const size of [1_000_000, 4_096]) {
    for (let n = 0; ; n++) {
      try {
        writeFileSync(join(mount, `filler-${size}-${n}`), Buffer.alloc(size))
      } catch {
        break
      }
      if (n > 5_000) break
    }
  }
}

/** The cookie of a session that ends at `expiresAt` (UTC ms) unless it is used before. */
async function sessionUntil(expiresAt: number) {
  const person = await aPerson()
  const headers = { Cookie: await aSession(person) }
  await write((tx) =>
    tx.update(sessions).set({ expiresAt }).where(eq(sessions.personId, person.personId)),
  )
  return headers
}

describe.runIf(mounted)('a full disk', () => {
  let server: RunningServer | undefined
  afterEach(async () => {
    if (server?.process.exitCode === null) await server.stop('SIGKILL')
  })

  it('answers 503 to changes, keeps showing pages, and loses nothing', async () => {
    const fresh = freshFolder()
    const folder = join(mount, 'data')
    cpSync(fresh.folder, folder, { recursive: true })
    fresh.forget()
    await openWorld(folder)
    const headers = { Cookie: await aSession(await aPerson()) }
    const idle = await sessionUntil(Date.now() + 600_000)
    const over = await sessionUntil(Date.now() - 1)
    await closeWorld()
    const running = await startServer(folder)
    server = running
    const change = () => ownForm(running.port, '/language', { locale: 'en' }, headers)
    const saved = async () => {
      const { code, out } = await civic(['audit', 'verify', '--json'], settingsFor(folder))
      return { code, rows: JSON.parse(out).rows }
    }
    const { rows: before } = await saved()
    expect((await change()).status).toBe(302)
    fill()
    const answers = []
    for (let n = 0; n < 400; n++) {
      const answer = await change()
      answers.push(answer)
      if (answer.status === 503) break
    }
    const refused = answers.at(-1)
    expect(refused?.status).toBe(503)
    expect(refused?.headers['retry-after']).toBe('300')
    expect(refused?.body).toContain('Nothing can be saved just now')
    for (const path of ['/', '/courses', '/account']) {
      expect((await rawRequest(running.port, path, { headers })).status, path).toBe(200)
    }
    expect((await rawRequest(running.port, '/sign-in')).status).toBe(200)
    // What a page would have written by the way is not what was asked for.
    expect((await rawRequest(running.port, '/', { headers: idle })).status).toBe(200)
    const ended = await rawRequest(running.port, '/', { headers: over })
    expect([ended.status, ended.headers.location]).toEqual([302, '/sign-in?return=%2F'])

    for (const name of ['filler-1000000-0', 'filler-1000000-1']) rmSync(join(mount, name))
    expect((await change()).status).toBe(302)
    const acknowledged = answers.filter(({ status }) => status === 302).length + 2
    expect(await running.stop()).toBe(0)
    const { code, rows } = await saved()
    expect({ code, rows }).toEqual({ code: 0, rows: before + acknowledged })
  })
})
