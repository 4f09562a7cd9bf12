import { LRUCache } from 'lru-cache'

const windowMs = 15 * 60_000
const windows = new LRUCache<string, { count: number; until: number }>({
  max: 50_000,
  ttl: windowMs,
})

/**
 * How many failures are let through in a quarter of an hour. Never by login alone: then a stranger
 * could lock someone out. A browser that signed in as this person before has a count of its own,
 * so a colleague behind the same office address cannot lock them out either.
 */
const limits = { pair: 10, address: 100, browser: 10 } as const

type Attempt = { address: string; login: string; browserId: string | undefined }

function keysOf({ address, login, browserId }: Attempt, known: boolean) {
  if (known && browserId) return [{ key: `b:${browserId}:${login}`, limit: limits.browser }]
  return [
    { key: `p:${address}:${login}`, limit: limits.pair },
    { key: `a:${address}`, limit: limits.address },
  ]
}

/** Whether one more try is let through; `known` when this browser was this person's before. */
export function mayTry(attempt: Attempt, known: boolean): boolean {
  const at = Date.now()
  return keysOf(attempt, known).every(({ key, limit }) => {
    const window = windows.get(key)
    return !window || window.until < at || window.count < limit
  })
}

/** Counts a failure. */
export function noteFailure(attempt: Attempt, known: boolean): void {
  const at = Date.now()
  for (const { key } of keysOf(attempt, known)) {
    const window = windows.get(key)
    const fresh = !window || window.until < at
    windows.set(
      key,
      fresh ? { count: 1, until: at + windowMs } : { ...window, count: window.count + 1 },
    )
  }
}

/** Forgets the failures of this pair after a success. */
export function noteSuccess(attempt: Attempt, known: boolean): void {
  const [own] = keysOf(attempt, known)
  if (own) windows.delete(own.key)
}
