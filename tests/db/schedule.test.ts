import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startSchedule } from '#app/cli/schedule.server.ts'
import { env } from '#app/env.server.ts'
import { addMonths } from '#app/shared/domain/months.ts'
import { perform } from '#db/audit/perform.server.ts'
import { findChainTail } from '#db/audit/queries.server.ts'
import { read, write } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { registrySearches } from '#db/talent/tables.server.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase('runtime')

// What the server does by itself: that each task is there and has its turn. The clock of the intervals
// is the test's own; what the tasks do takes the time that it takes.

const minute = 60_000
let schedule: Awaited<ReturnType<typeof startSchedule>>

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  schedule = await startSchedule()
})
afterEach(async () => {
  await schedule.stop()
  vi.useRealTimers()
})

const lastSigned = () => {
  const { headsFile } = env()
  if (!existsSync(headsFile)) return 0
  const [last] = readFileSync(headsFile, 'utf8').trim().split('\n').slice(-1)
  return Number(JSON.parse(last ?? '{}').sequence ?? 0)
}

const acts = () =>
  perform({ actorId: 'system', action: 'content.checked', subjectId: 'x' }, async () => null)

it('signs the head of the trail every minute', async () => {
  for (let n = 0; n < 2; n++) {
    await acts()
    const { sequence = 0 } = (await findChainTail()) ?? {}
    expect(lastSigned()).toBeLessThan(sequence)
    vi.advanceTimersByTime(minute)
    await vi.waitFor(() => expect(lastSigned()).toBe(sequence), 10_000)
  }
})

it('deletes what was kept long enough', async () => {
  const at = addMonths(Date.now(), -40)
  const row = { id: newId(at), viewerId: 'officer', purpose: '示例', at }
  await write((tx) => tx.insert(registrySearches).values(row))
  vi.advanceTimersByTime(6 * 60 * minute)
  await vi.waitFor(async () => expect(await read().$count(registrySearches)).toBe(0), 20_000)
})
