import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshFolder } from '#tests/prepared.ts'
import { type RunningServer, startServer } from '#tests/server.ts'
import { ownForm } from './raw-request.ts'

// Tries are counted by address, so an address that a browser may choose would be a way around it.

const folders = [freshFolder(), freshFolder()]
let alone: RunningServer
let behindOne: RunningServer

beforeAll(async () => {
  const started = folders.map(({ folder }, proxies) =>
    startServer(folder, { CIVIC_TRUST_PROXY: String(proxies) }),
  )
  ;[alone, behindOne] = (await Promise.all(started)) as [RunningServer, RunningServer]
})
afterAll(async () => {
  await Promise.all([alone.stop(), behindOne.stop()])
  for (const data of folders) data.forget()
})

/** What wrong passwords for `login` are answered, one for each of these headers. */
async function tries(server: RunningServer, login: string, forwarded: string[]) {
  const statuses: number[] = []
  for (const header of forwarded) {
    const fields = { login, password: 'wrong' }
    const answer = await ownForm(server.port, '/sign-in', fields, { 'X-Forwarded-For': header })
    statuses.push(answer.status)
  }
  return statuses
}

const numbers = Array.from({ length: 11 }, (_, n) => n + 1)
const stoppedAfterTen = [...Array(10).fill(422), 429]

it('takes no address from a header where no proxy stands in front', async () => {
  const changing = numbers.map((n) => `198.51.100.${n}`)
  expect(await tries(alone, 'S1', changing)).toEqual(stoppedAfterTen)
})

it('takes from one proxy the address that the proxy saw, and not what the browser put before it', async () => {
  const changing = numbers.map((n) => `198.51.100.${n}, 203.0.113.7`)
  expect(await tries(behindOne, 'S1', changing)).toEqual(stoppedAfterTen)
  // What the proxy saw does count: somebody else's tries are their own.
  expect(await tries(behindOne, 'S1', ['198.51.100.1, 203.0.113.8'])).toEqual([422])
})
