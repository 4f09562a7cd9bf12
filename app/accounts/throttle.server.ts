import { LRUCache } from 'lru-cache'
import { networkOf } from './domain/network.ts'

const quarter = 15 * 60_000
const hour = 3_600_000

type Window = { count: number; until: number }
const windows = new LRUCache<string, Window>({ max: 50_000, ttl: hour })

/** Something that is counted, and how many tries it is let have in how many ms. */
type Count = { key: string; limit: number; ms: number }

/** Who tries to sign in; `known` when this browser was this person's before. */
type Door = { address: string; login: string; browserId: string | undefined; known: boolean }

/**
 * What a sign-in counts for. A browser that signed in as this person before has a count of its own,
 * so neither strangers nor a colleague behind the same office address can lock them out. Strangers
 * are counted together only far above what one of them is let have: whoever has many addresses
 * cannot guess without bound, and hardly anybody is ever kept from a new browser by it.
 */
export function signInCounts({ address, login, browserId, known }: Door): Count[] {
  if (known && browserId) return [{ key: `browser:${browserId}:${login}`, limit: 10, ms: quarter }]
  const from = networkOf(address)
  return [
    { key: `pair:${from}:${login}`, limit: 10, ms: quarter },
    { key: `address:${from}`, limit: 100, ms: quarter },
    { key: `login:${login}`, limit: 100, ms: hour },
  ]
}

/** What somebody counts for who is inside already, or has the password: themselves alone. */
export function personCounts(purpose: 'password' | 'code' | 'enrol', personId: string): Count[] {
  return [{ key: `${purpose}:${personId}`, limit: 10, ms: quarter }]
}

/** What asking for a link counts for. */
export function askingCounts(address: string, login: string): Count[] {
  const from = networkOf(address)
  return [
    { key: `ask:${from}:${login}`, limit: 10, ms: quarter },
    { key: `ask:${from}`, limit: 100, ms: quarter },
  ]
}

function windowOf({ key, ms }: Count): Window {
  const window = windows.get(key)
  if (window && window.until >= Date.now()) return window
  const fresh = { count: 0, until: Date.now() + ms }
  windows.set(key, fresh, { ttl: ms })
  return fresh
}

/** A try that is counted already: a failure needs nothing more. */
export type Try = {
  /** It was right: the failures before it are forgotten, and it counts for nothing itself. */
  succeeded(): void
  /** Nothing was checked: it is given back. */
  notMade(): void
}

/**
 * Takes one try, before anything is checked, so that tries at the same moment count as well;
 * undefined when there is none left.
 */
export function takeTry(counts: Count[]): Try | undefined {
  const taken = counts.map((count) => ({ ...count, window: windowOf(count) }))
  if (taken.some(({ window, limit }) => window.count >= limit)) return
  for (const { window } of taken) window.count++
  const notMade = () => {
    for (const { window } of taken) window.count--
  }
  return {
    notMade,
    succeeded() {
      notMade()
      const [own] = taken
      if (own) windows.delete(own.key)
    },
  }
}
