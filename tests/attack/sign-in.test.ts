import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '#tests/factories.ts'
import { freshFolder } from '#tests/prepared.ts'
import { type RunningServer, startServer } from '#tests/server.ts'
import { canSignIn, closeWorld, openWorld } from '#tests/world.ts'
import { allOf, ownForm, type RawAnswer, rawRequest } from './raw-request.ts'

const data = freshFolder()
const password = 'a password that is long enough'
let server: RunningServer

beforeAll(async () => {
  await openWorld(data.folder)
  for (const staffNumber of ['S1', 'S2']) {
    await canSignIn(await aPerson(), { name: '示例', staffNumber }, password)
  }
  await closeWorld()
  server = await startServer(data.folder, { LOG_LEVEL: 'info' })
})
afterAll(async () => {
  await server.stop()
  data.forget()
})

const enter = (login: string, given: string, headers: Record<string, string> = {}) =>
  ownForm(server.port, '/sign-in', { login, password: given }, headers)

function sessionOf(answer: RawAnswer): string | undefined {
  const cookie = allOf(answer, 'set-cookie').find((text) => text.startsWith('civic_session='))
  return cookie?.split(';')[0]
}

/** CPU the server has used so far, in ms: user and system ticks of 10 ms from /proc. */
function cpuMs(): number {
  const fields = readFileSync(`/proc/${server.process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
  return (Number(fields?.[11]) + Number(fields?.[12])) * 10
}

describe('signing in', () => {
  it('does not take over a session that somebody planted', async () => {
    const planted = `civic_session=${'a'.repeat(40)}`
    const answer = await enter('S1', password, { Cookie: planted })
    expect(answer.status).toBe(302)
    expect(sessionOf(answer)).toMatch(/^civic_session=[a-z0-9]{32,}$/)
    expect(sessionOf(answer)).not.toBe(planted)
  })

  it('gives a new session each time, and ends it for good when signing out', async () => {
    const first = sessionOf(await enter('S1', password))!
    const second = sessionOf(await enter('S1', password))!
    expect(first).not.toBe(second)
    const headers = { Cookie: first }
    expect((await rawRequest(server.port, '/sign-in', { headers })).status).toBe(302)
    await ownForm(server.port, '/sign-out', { end: '1' }, headers)
    expect((await rawRequest(server.port, '/sign-in', { headers })).status).toBe(200)
  })

  it('says the same of a wrong password and of nobody', async () => {
    const tidy = ({ status, body }: RawAnswer) => ({
      status,
      body: body.replace(/value="[0-9a-f-]{36}"/g, '').replace(/\b(S1|nobody)\b/g, 'login'),
    })
    const wrong = tidy(await enter('S1', 'not the password'))
    const nobody = tidy(await enter('nobody', 'not the password'))
    expect(nobody).toEqual(wrong)
  })

  it('does the same work for a wrong password and for nobody', async () => {
    const times = 6
    async function work(login: string): Promise<number> {
      const before = cpuMs()
      for (let n = 0; n < times; n++) await enter(login, `wrong ${n}`)
      return cpuMs() - before
    }
    await work('warm-up')
    const wrong = await work('S2')
    const nobody = await work('nobody-else')
    // One check of a password is some 30 ms of CPU; a page alone is some 3 ms.
    expect(wrong).toBeGreaterThan(times * 10)
    expect(nobody).toBeGreaterThan(wrong / 2)
    expect(nobody).toBeLessThan(wrong * 2)
  })

  it('leaves a line of the log for each, passed or refused, that quotes nothing', async () => {
    const before = server.said().length
    await enter('S1', password)
    await enter('S1', 'a secret guess')
    await enter('a secret login', 'a secret guess')
    const said = server.said().slice(before)
    const lines = said.split('\n').filter((line) => line.includes('"msg":"sign-in"'))
    const told = lines.map((line) => JSON.parse(line))
    expect(told.map(({ step, result }) => [step, result])).toEqual([
      ...[
        ['password', 'right'],
        ['password', 'wrong'],
        ['password', 'wrong'],
      ],
    ])
    expect(told[0].personId).toBe(told[1].personId)
    expect(told[2].personId).toBeNull()
    expect(said).not.toContain('secret')
  })

  it('makes a browser wait after ten failures, and never says whose account it was', async () => {
    const answers = []
    for (let n = 0; n < 11; n++) answers.push(await enter('S9', 'wrong'))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(422), 429])
    expect((await enter('S1', password)).status).toBe(302)
  })
})
