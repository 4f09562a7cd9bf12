import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hashPassword, TooBusy, verifyPassword } from './password.server.ts'

/** A check of a password that ends when the test says so: nothing here depends on how fast one is. */
const gate = vi.hoisted(() => ({ held: [] as (() => void)[], most: 0, isOpen: true }))

vi.mock('@node-rs/argon2', async (importOriginal) => {
  const real = await importOriginal<typeof import('@node-rs/argon2')>()
  async function verify() {
    if (!gate.isOpen) {
      await new Promise<void>((resolve) => {
        gate.held.push(resolve)
        gate.most = Math.max(gate.most, gate.held.length)
      })
    }
    return true
  }
  return { ...real, verify }
})

beforeEach(() => Object.assign(gate, { held: [], most: 0, isOpen: true }))

/** Lets the checks under way end, and all that come after them. */
function open() {
  gate.isOpen = true
  for (const end of gate.held.splice(0)) end()
}

describe('a password', () => {
  it('is hashed as OWASP asks: Argon2id, 19 MiB, two passes', async () => {
    expect(await hashPassword('paper boats sail north')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22,}\$[A-Za-z0-9+/]{43,}$/,
    )
  })
})

describe('a flood of passwords', () => {
  it('has two checked at once and forty waiting, and hears at once that it is too much', async () => {
    gate.isOpen = false
    const outcomes: string[] = []
    const checks = Array.from({ length: 60 }, () =>
      verifyPassword('a hash', 'a password').then(
        () => outcomes.push('checked'),
        (error: unknown) => outcomes.push(error instanceof TooBusy ? 'busy' : 'failed'),
      ),
    )
    // None of the others has ended yet: whoever is too many does not wait for them.
    await expect.poll(() => outcomes.length).toBe(18)
    expect(new Set(outcomes)).toEqual(new Set(['busy']))
    expect(gate.held.length).toBe(2)
    open()
    await Promise.all(checks)
    expect(outcomes.filter((outcome) => outcome === 'checked').length).toBe(42)
  })

  it('never has more than two checked at the same moment while it drains', async () => {
    gate.isOpen = false
    const checks = Array.from({ length: 10 }, () => verifyPassword('a hash', 'a password'))
    for (let ended = 0; ended < 10; ended++) {
      await expect.poll(() => gate.held.length).toBe(Math.min(2, 10 - ended))
      gate.held.shift()?.()
    }
    await Promise.all(checks)
    expect(gate.most).toBe(2)
  })

  it('leaves the places free once it is over', async () => {
    gate.isOpen = false
    const flood = () => Array.from({ length: 42 }, () => verifyPassword('a hash', 'a password'))
    const first = flood()
    await expect(verifyPassword('a hash', 'a password')).rejects.toBeInstanceOf(TooBusy)
    open()
    await Promise.all(first)
    gate.isOpen = false
    const second = flood()
    await expect.poll(() => gate.held.length).toBe(2)
    open()
    expect(await Promise.all(second)).toEqual(Array(42).fill(true))
  })
})
