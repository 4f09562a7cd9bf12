import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMailbox } from '#tests/mailbox.ts'
import { startServer } from '#tests/server.ts'

/** One county as its tests see it: where its server listens, and every mail that it sent so far. */
export type CountyNow = { origin: string; mails: string[] }

async function openCounty(seeded: string) {
  const folder = mkdtempSync(join(tmpdir(), 'civic-county-'))
  cpSync(seeded, folder, { recursive: true })
  const mailbox = await openMailbox()
  const settings = { SMTP_URL: mailbox.url, MAIL_FROM: 'platform@county.example' }
  const server = await startServer(folder, settings)
  return {
    now: (): CountyNow => ({ origin: server.origin, mails: mailbox.mails }),
    async close() {
      await server.stop()
      mailbox.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Counties by name: a copy of the seeded folder behind a server of its own, started when it is first
 * asked for and kept for the whole run, since a server's sandbox takes seconds to prove itself. The
 * workers of a run are processes of their own, so they ask over HTTP: `address` + name → `CountyNow`.
 */
export async function openCounties(seeded: string) {
  const counties = new Map<string, ReturnType<typeof openCounty>>()
  const desk = createServer(async (request, response) => {
    const name = request.url ?? ''
    const county = counties.get(name) ?? openCounty(seeded)
    counties.set(name, county)
    try {
      response.end(JSON.stringify((await county).now()))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(desk.address() as AddressInfo).port}/`,
    async close() {
      desk.close()
      desk.closeAllConnections()
      await Promise.allSettled([...counties.values()].map(async (county) => (await county).close()))
    },
  }
}
