import { renameSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownForm, rawRequest } from '#tests/attack/raw-request.ts'
import { aPerson } from '#tests/factories.ts'
import { freshFolder } from '#tests/prepared.ts'
import { type RunningServer, startServer } from '#tests/server.ts'
import { aSession, closeWorld, openWorld } from '#tests/world.ts'

const data = freshFolder()
const file = join(data.folder, 'civic.sqlite')
let headers: Record<string, string>
let server: RunningServer

/** As a fault of our own would: every command fails, pages do not. */
function rename(from: string, to: string): void {
  const database = new Sqlite(file)
  database.exec(`ALTER TABLE ${from} RENAME TO ${to}`)
  database.close()
}

beforeAll(async () => {
  await openWorld(data.folder)
  headers = { Cookie: await aSession(await aPerson()), 'Accept-Language': 'en' }
  await closeWorld()
  server = await startServer(data.folder)
})
afterAll(async () => {
  if (server.process.exitCode === null) await server.stop('SIGKILL')
  data.forget()
})

const readiness = async () => (await rawRequest(server.port, '/readyz')).body

describe('a database that fails', () => {
  it('is answered with a number to quote and the menu of the reader, and nothing of the program', async () => {
    rename('audit_events', 'gone')
    const { status, body, ...answer } = await ownForm(
      server.port,
      '/language',
      { locale: 'en' },
      headers,
    )
    const id = String(answer.headers['x-request-id'])
    expect(status).toBe(500)
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(body).toContain(id)
    expect(body).toContain('href="/courses"')
    expect(body).not.toContain('href="/sign-in')
    expect(body).not.toMatch(/audit_events|SqliteError|node_modules/)
    expect(server.said()).toContain(id)
    expect(await readiness()).toBe('database')
    rename('gone', 'audit_events')
    expect(await readiness()).toBe('ready')
  })

  it('is told by /readyz when its file is not where it was any more', async () => {
    renameSync(file, `${file}.moved`)
    expect(await readiness()).toBe('database')
    renameSync(`${file}.moved`, file)
    expect(await readiness()).toBe('ready')
  })

  it('does not keep a server from ending: what could not be done is in the log', async () => {
    rename('audit_events', 'gone')
    expect(await server.stop()).toBe(3)
    const lines = server.said().trim().split('\n')
    const logged = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line).msg)
    expect(logged).toContain('could not stop in good order')
    expect(lines.filter((line) => /^\s+at |^\w*Error/.test(line))).toEqual([])
    rename('gone', 'audit_events')
  })
})
