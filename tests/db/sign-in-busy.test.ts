import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { action } from '#app/accounts/routes/sign-in.tsx'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'
import { canSignIn } from '#tests/world.ts'

/** Whether passwords are being checked without an end, as in a flood. */
const flood = vi.hoisted(() => ({ isOn: false }))

vi.mock('#app/accounts/password.server.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('#app/accounts/password.server.ts')>()
  const verifyPassword: typeof real.verifyPassword = (stored, password) => {
    if (flood.isOn) return Promise.reject(new real.TooBusy())
    return real.verifyPassword(stored, password)
  }
  return { ...real, verifyPassword }
})

withDatabase('runtime')

const password = 'paper boats sail north'
const door = { address: '192.0.2.1', browserId: undefined, knownFor: undefined }

beforeAll(async () => {
  await canSignIn(await aPerson(), { name: '示例', staffNumber: 'S1' }, password)
})
beforeEach(() => {
  flood.isOn = false
})

it('says that it is busy, of somebody and of nobody, and takes no try away for it', async () => {
  flood.isOn = true
  for (const login of ['S1', 'nobody']) {
    // More often than anybody may be wrong.
    for (let n = 0; n < 12; n++) {
      expect(await signIn(login, password, door)).toEqual({ kind: 'busy' })
    }
  }
  flood.isOn = false
  expect((await signIn('S1', password, door)).kind).toBe('signed-in')
})

it('answers the form with 503, what was typed as the login and no session', async () => {
  flood.isOn = true
  const body = new URLSearchParams({ login: 'S1', password })
  const request = new Request('http://127.0.0.1:3000/sign-in', { method: 'POST', body })
  const context = { locale: 'en', requestId: 'r', address: '192.0.2.1', device: '' }
  const args = { request, params: {}, context } as unknown as ActionFunctionArgs
  const answer = await action(args)
  expect(answer.init?.status).toBe(503)
  expect(answer.init?.headers).toBeUndefined()
  expect(answer.data).toMatchObject({ values: { login: ['S1'] } })
  expect(JSON.stringify(answer.data)).not.toContain(password)
})
