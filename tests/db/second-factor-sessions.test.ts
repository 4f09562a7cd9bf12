import type { ActionFunctionArgs } from '@remix-run/node'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { cookieNames } from '#app/accounts/cookies.server.ts'
import { totpParameters } from '#app/accounts/domain/totp.ts'
import { action } from '#app/accounts/routes/second-factor.tsx'
import { proposedSecret } from '#app/accounts/second-factor.server.ts'
import { createSession, validateSession } from '#app/accounts/session.server.ts'
import { parseCookies } from '#app/shared/http/cookies.ts'
import { findCredential } from '#db/accounts/credentials.server.ts'
import { aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'
import { canSignIn } from '#tests/world.ts'

// Whoever stole a session before the second factor came must not keep it, and what a session was
// worth with the factor it is not worth without.

withDatabase('runtime')

const password = 'paper boats sail north'
let personId = ''
let other = ''
let here = ''
let elsewhere = ''

beforeAll(async () => {
  const person = await aPerson()
  personId = person.personId
  await canSignIn(person, { name: '示例', staffNumber: 'S1' }, password)
  other = await createSession((await aPerson()).personId, 'another person')
})
beforeEach(async () => {
  elsewhere = await createSession(personId, 'elsewhere')
  here = await createSession(personId, 'here')
})

/** Sends a form of the page from the browser that is `here`. */
async function send(fields: Record<string, string>) {
  const reader = (await validateSession(here))?.reader
  const body = new URLSearchParams(fields)
  const url = 'http://127.0.0.1:3000/account/second-factor'
  const request = new Request(url, { method: 'POST', body })
  const context = { reader, locale: 'en', requestId: 'r', address: '', device: 'here' }
  const args = { request, params: {}, context } as unknown as ActionFunctionArgs
  return action(args)
}

/** What the answer makes the browser's session, by the rules of a Cookie header. */
function sessionIn(headers: HeadersInit | undefined): string {
  const [pair] = (new Headers(headers).get('set-cookie') ?? '').split(';')
  return parseCookies(pair).get(cookieNames.session()) ?? ''
}

const isValid = async (token: string) => (await validateSession(token)) !== undefined
const whichLive = async (tokens: string[]) => Promise.all(tokens.map(isValid))

async function codeNow(): Promise<string> {
  const { text = '' } = (await proposedSecret(personId, 'x')) ?? {}
  return new TOTP({ ...totpParameters, secret: Secret.fromBase32(text) }).generate()
}

const isInForce = async () => ((await findCredential(personId))?.totpConfirmedAt ?? null) !== null

it('ends every older session of the person when a factor is added, after a right code alone', async () => {
  await expect(send({ intent: 'begin' })).rejects.toMatchObject({ status: 302 })
  await send({ intent: 'confirm', current: password, code: 'no code' })
  await send({ intent: 'confirm', current: 'not the password', code: await codeNow() })
  expect([await isInForce(), ...(await whichLive([here, elsewhere]))]).toEqual([false, true, true])

  const answer = await send({ intent: 'confirm', current: password, code: await codeNow() })
  const renewed = sessionIn(answer.init?.headers)
  expect(await isInForce()).toBe(true)
  expect(await whichLive([here, elsewhere, renewed, other])).toEqual([false, false, true, true])
})

it('ends them when it is removed as well, after the right password alone', async () => {
  await send({ intent: 'remove', current: 'not the password' })
  expect([await isInForce(), ...(await whichLive([here, elsewhere]))]).toEqual([true, true, true])

  const answer = await send({ intent: 'remove', current: password }).catch((thrown) => thrown)
  const renewed = sessionIn(answer.headers)
  expect(await isInForce()).toBe(false)
  expect(await whichLive([here, elsewhere, renewed, other])).toEqual([false, false, true, true])
})
