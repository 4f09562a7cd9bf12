import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/**
 * What a form led to, for the page it redirects to, so that going back or reloading asks for nothing
 * to be sent again. In memory only, for `owner` (a person, or one session), for `minutes`; all of them together have
 * at most `most` characters, and the oldest go first.
 */
export function heldResults<T extends object>({
  minutes,
  most,
}: {
  minutes: number
  most: number
}) {
  const held = new LRUCache<string, { owner: string; result: T }>({
    ttl: minutes * 60_000,
    maxSize: most,
    sizeCalculation: ({ result }) => JSON.stringify(result).length,
  })
  return {
    /** Holds a result, and returns the name it is found by. */
    hold(owner: string, result: T): string {
      const id = randomBytes(12).toString('hex')
      held.set(id, { owner, result })
      return id
    },
    /** The result of that name; undefined when it is too old or somebody else's. */
    find(owner: string, id: string | null): T | undefined {
      const found = held.get(id ?? '')
      return found?.owner === owner ? found.result : undefined
    },
  }
}
