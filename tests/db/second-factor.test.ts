import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { codeTicket, readCodeTicket } from '#app/accounts/code-ticket.server.ts'
import { totpParameters } from '#app/accounts/domain/totp.ts'
import {
  confirmSecondFactor,
  proposedSecret,
  proposeSecondFactor,
  spendSecondFactor,
} from '#app/accounts/second-factor.server.ts'
import { changePassword } from '#db/accounts/credentials.server.ts'
import { listChain } from '#db/audit/queries.server.ts'
import { newId } from '#db/id.server.ts'
import { aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'
import { canSignIn } from '#tests/world.ts'

withDatabase('runtime')

let personId = ''
let totp: TOTP
let recovery: string[] = []

const later = (steps: number) =>
  totp.generate({ timestamp: Date.now() + steps * totpParameters.period * 1_000 })

beforeAll(async () => {
  const person = await aPerson()
  personId = person.personId
  await canSignIn(
    person,
    { name: '示例', staffNumber: newId().slice(-8) },
    'paper boats sail north',
  )
  await proposeSecondFactor(personId)
  const { text = '' } = (await proposedSecret(personId, 'x')) ?? {}
  totp = new TOTP({ ...totpParameters, secret: Secret.fromBase32(text) })
  recovery = (await confirmSecondFactor(personId, later(-1))) ?? []
})

describe('a ticket for the code', () => {
  it('is worth nothing once a code, or a recovery code, was taken', async () => {
    const ticket = await codeTicket(personId)
    expect(await readCodeTicket(ticket)).toBe(personId)
    expect(await spendSecondFactor(personId, later(0))).toBe(true)
    expect(await readCodeTicket(ticket)).toBeUndefined()
    const next = await codeTicket(personId)
    expect(await spendSecondFactor(personId, recovery[0] ?? '')).toBe(true)
    expect(await readCodeTicket(next)).toBeUndefined()
  })

  it('ends with the password that it was given for', async () => {
    const ticket = await codeTicket(personId)
    await changePassword(personId, 'another hash', false)
    expect(await readCodeTicket(ticket)).toBeUndefined()
    expect(await readCodeTicket(`${await codeTicket(personId)}x`)).toBeUndefined()
  })
})

describe('a code', () => {
  it('leaves an event when it is taken, and none when it is wrong or used', async () => {
    const events = async () =>
      (await listChain(0, 1_000)).filter(({ action }) => /\.used$/.test(action)).length
    const before = await events()
    const code = later(1)
    expect(await spendSecondFactor(personId, code)).toBe(true)
    expect(await spendSecondFactor(personId, code)).toBe(false)
    expect(await spendSecondFactor(personId, '000000')).toBe(false)
    expect(await spendSecondFactor(personId, recovery[0] ?? '')).toBe(false)
    expect(await events()).toBe(before + 1)
  })
})
