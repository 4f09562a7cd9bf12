import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db/client.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { findPersonIdByLogin, identitiesOf } from '#db/vault/identities.server.ts'
import { aPerson } from '#tests/factories.ts'
import { emptyFolder, freshFolder } from '#tests/prepared.ts'
import { civic, type RunningServer, settingsFor, startServer } from '#tests/server.ts'
import { canSignIn, closeWorld, openWorld } from '#tests/world.ts'

const from = freshFolder()
const to = emptyFolder()
const file = join(from.folder, 'kept.tar.gz')
const settings = settingsFor(to.folder)
let server: RunningServer

async function addPerson(folder: string, staffNumber: string): Promise<void> {
  await openWorld(folder)
  const person = await aPerson()
  await canSignIn(person, { name: '示例姓名', staffNumber }, 'a password that is long enough')
  await closeWorld()
}

async function namesIn(folder: string): Promise<string[]> {
  await openWorld(folder)
  const rows = await read().select({ id: people.id }).from(people)
  const known = await identitiesOf(rows.map(({ id }) => id))
  await closeWorld()
  return [...known.values()].map(({ staffNumber }) => staffNumber).sort()
}

beforeAll(async () => {
  await addPerson(from.folder, 'S1')
  await addPerson(from.folder, 'S2')
  server = await startServer(from.folder)
  const { code, out } = await civic(['backup', file, '--json'], settingsFor(from.folder))
  expect(code).toBe(0)
  expect(JSON.parse(out).files).toHaveProperty('vault.sqlite')
})
afterAll(async () => {
  await server.stop()
  from.forget()
  to.forget()
})

describe('a backup', () => {
  it('is readable by the owner alone, and holds no keys', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { code, err } = await civic(['restore', file], settings)
    expect(code).toBe(2)
    expect(err).toContain('keys.json')
  })

  it('is refused where the keys are another installation’s', async () => {
    const other = emptyFolder()
    await openWorld(other.folder)
    await closeWorld()
    const { code, err } = await civic(['restore', file, '--yes'], settingsFor(other.folder))
    expect(code).toBe(2)
    expect(err).toContain('another installation')
    other.forget()
  })

  it('brings the people, their names and the audit trail back', async () => {
    copyFileSync(join(from.folder, 'keys.json'), join(to.folder, 'keys.json'))
    const { code, out } = await civic(['restore', file, '--json'], settings)
    expect(code).toBe(0)
    const verified = await civic(['audit', 'verify', '--json'], settingsFor(from.folder))
    const { rows } = JSON.parse(verified.out)
    expect(JSON.parse(out)).toMatchObject({ auditRows: rows, auditFaults: 0 })
    expect(await namesIn(to.folder)).toEqual(['S1', 'S2'])
    expect((await civic(['audit', 'verify'], settings)).code).toBe(0)
  })

  it('replaces data only when told to, and keeps it aside', async () => {
    await addPerson(to.folder, 'S3')
    const refused = await civic(['restore', file], settings)
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--yes')])
    expect(await namesIn(to.folder)).toEqual(['S1', 'S2', 'S3'])
    expect((await civic(['restore', file, '--yes'], settings)).code).toBe(0)
    expect(await namesIn(to.folder)).toEqual(['S1', 'S2'])
    const aside = readdirSync(to.folder).find((name) => name.startsWith('replaced-'))
    expect(existsSync(join(to.folder, aside ?? 'none', 'civic.sqlite'))).toBe(true)
  })

  it('is not put under a running server', async () => {
    const { code, err } = await civic(['restore', file, '--yes'], settingsFor(from.folder))
    expect(code).toBe(2)
    expect(err).toContain('still running')
  })

  it('is refused when it is damaged, or no backup at all', async () => {
    const damaged = join(to.folder, 'damaged.tar.gz')
    writeFileSync(damaged, 'not an archive')
    const { code, err } = await civic(['restore', damaged, '--yes'], settings)
    expect([code, err]).toEqual([2, expect.stringContaining('is not a backup')])
    expect(await namesIn(to.folder)).toEqual(['S1', 'S2'])
  })

  it('is refused when what it says of itself is no JSON', async () => {
    const odd = join(to.folder, 'odd.tar.gz')
    writeFileSync(join(to.folder, 'manifest.json'), '{bad')
    spawnSync('tar', ['-czf', odd, '-C', to.folder, 'manifest.json'])
    const { code, err } = await civic(['restore', odd, '--yes'], settings)
    expect([code, err]).toEqual([2, expect.stringContaining('is not a backup')])
  })

  it('is not written for ever where no folder can be made', async () => {
    const nowhere = '/proc/none/kept.tar.gz'
    const { code, err } = await civic(['backup', nowhere], settingsFor(from.folder))
    expect([code, err]).toEqual([2, expect.stringContaining('no folder /proc/none')])
  })

  it('says which tool to use on PostgreSQL', async () => {
    const postgres = { ...settings, DATABASE_URL: 'postgres://localhost/none' }
    const { code, out, err } = await civic(['backup', file, '--json'], postgres)
    expect([code, err]).toEqual([2, expect.stringContaining('Nothing was done')])
    expect(JSON.parse(out).command).toMatch(/^pg_dump .*\$DATABASE_URL/)
    const restore = await civic(['restore', file], postgres)
    expect([restore.code, restore.out]).toEqual([2, expect.stringMatching(/^pg_restore .*\n$/)])
  })
})

describe('who was erased after a backup was made', () => {
  async function isOnTheList(staffNumber: string): Promise<void> {
    await openWorld(to.folder)
    const personId = await findPersonIdByLogin(staffNumber)
    await closeWorld()
    expect(personId).toBeDefined()
    appendFileSync(join(to.folder, 'erased.txt'), `${personId}\n`)
  }

  it('is erased again when it is restored', async () => {
    await isOnTheList('S1')
    const { code, out } = await civic(['restore', file, '--yes', '--json'], settings)
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ erased: 1, auditFaults: 0 }),
    ])
    expect(await namesIn(to.folder)).toEqual(['S2'])
  })

  it('is erased again before the server answers', async () => {
    await isOnTheList('S2')
    const restarted = await startServer(to.folder)
    await restarted.stop()
    expect(await namesIn(to.folder)).toEqual([])
  })
})

describe('the backups a server makes by itself', () => {
  it('are written when due, and the oldest goes', async () => {
    const folder = join(to.folder, 'backups')
    mkdirSync(folder)
    const old = ['civic-20200101000000.tar.gz', 'civic-20200102000000.tar.gz']
    for (const name of old) writeFileSync(join(folder, name), '')
    const { utimesSync } = await import('node:fs')
    for (const name of old) utimesSync(join(folder, name), 1, 1)
    process.env.CIVIC_DATA = to.folder
    process.env.CIVIC_BACKUPS_KEPT = '2'
    const { startRuntime, stopRuntime } = await import('#app/runtime.server.ts')
    const { backUpWhenDue } = await import('#app/cli/backup/scheduled-backup.server.ts')
    await startRuntime()
    const written = await backUpWhenDue(Date.now())
    expect(written).toBeDefined()
    expect(await backUpWhenDue(Date.now())).toBeUndefined()
    await stopRuntime()
    expect(readdirSync(folder).sort()).toEqual([old[1], written?.split('/').at(-1)])
  })
})
