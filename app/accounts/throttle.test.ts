import { afterEach, describe, expect, it, vi } from 'vitest'
import { personCounts, signInCounts, takeTry } from './throttle.server.ts'

afterEach(() => vi.useRealTimers())

let logins = 0
const stranger = (given: { address?: string; login?: string } = {}) =>
  signInCounts({
    ...{ address: '192.0.2.1', login: `login-${++logins}`, browserId: undefined, known: false },
    ...given,
  })

function tries(counts: () => ReturnType<typeof signInCounts>, times: number): number {
  return Array.from({ length: times }, () => takeTry(counts())).filter(Boolean).length
}

describe('takeTry', () => {
  it('counts before the check, so that tries at once are no more than tries in turn', () => {
    const counts = personCounts('code', 'p1')
    expect(tries(() => counts, 60)).toBe(10)
  })

  it('gives a try back that was not made, and forgets failures after a success', () => {
    const counts = personCounts('code', 'p2')
    for (let n = 0; n < 30; n++) takeTry(counts)?.notMade()
    expect(tries(() => counts, 9)).toBe(9)
    takeTry(counts)?.succeeded()
    expect(tries(() => counts, 60)).toBe(10)
  })

  it('lets tries be made again when the time is over', () => {
    const counts = personCounts('code', 'p3')
    expect(tries(() => counts, 11)).toBe(10)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1 })
    expect(tries(() => counts, 11)).toBe(10)
  })
})

describe('a stranger', () => {
  it('is the same one at every address of an IPv6 network', () => {
    let n = 0
    const login = 'of-one-network'
    expect(tries(() => stranger({ login, address: `2001:db8:1:2::${n++}` }), 14)).toBe(10)
  })

  it('is stopped in the end by the login, and who knows the browser is not', () => {
    let n = 0
    const login = 'asked-for-from-everywhere'
    const elsewhere = () => stranger({ login, address: `198.51.${n >> 8}.${n++ & 255}` })
    expect(tries(elsewhere, 150)).toBe(100)
    const own = { address: '192.0.2.9', login, browserId: 'b', known: true }
    expect(takeTry(signInCounts(own))).toBeDefined()
  })
})
