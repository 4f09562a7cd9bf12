import { afterAll, describe, expect, it } from 'vitest'
import { auditEvents } from '#db/audit/tables.server.ts'
import { read } from '#db/client.server.ts'
import { count, eq } from '#db/dialect/index.ts'
import { ownForm } from '#tests/attack/raw-request.ts'
import { aPerson } from '#tests/factories.ts'
import { freshFolder } from '#tests/prepared.ts'
import { civic, settingsFor, startServer } from '#tests/server.ts'
import { aSession, closeWorld, openWorld } from '#tests/world.ts'

const data = freshFolder()
afterAll(() => data.forget())

async function recorded(): Promise<number> {
  const [row] = await read()
    .select({ rows: count() })
    .from(auditEvents)
    .where(eq(auditEvents.action, 'preference.chosen'))
  return row?.rows ?? 0
}

describe('a server killed while it writes', () => {
  it('has everything it acknowledged after the next start', async () => {
    await openWorld(data.folder)
    const headers = { Cookie: await aSession(await aPerson()) }
    await closeWorld()
    const server = await startServer(data.folder)
    let acknowledged = 0
    let killed = false

    async function keepWriting(): Promise<void> {
      while (!killed) {
        const answer = await ownForm(server.port, '/language', { locale: 'en' }, headers).catch(
          () => undefined,
        )
        if (answer?.status !== 302) continue
        acknowledged++
        if (acknowledged === 60) {
          killed = true
          await server.stop('SIGKILL')
        }
      }
    }
    await Promise.all([keepWriting(), keepWriting(), keepWriting(), keepWriting()])
    expect(server.process.signalCode).toBe('SIGKILL')

    const again = await startServer(data.folder)
    expect(await again.stop()).toBe(0)
    const { code } = await civic(['audit', 'verify'], settingsFor(data.folder))
    expect(code).toBe(0)
    await openWorld(data.folder)
    expect(await recorded()).toBeGreaterThanOrEqual(acknowledged)
    await closeWorld()
  })
})
