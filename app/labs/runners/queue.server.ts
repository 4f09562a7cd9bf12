import { fail, ok, type Result } from '#app/shared/domain/result.ts'

/** Bounds of a queue: runs at once over all, and tasks that may wait, over all and for one owner. */
export type QueueBounds = { atOnce: number; waiting: number; waitingEach: number }

/** Two runs keep a two-core server answering; more learners wait seconds, not the server. */
export const defaultBounds: QueueBounds = { atOnce: 2, waiting: 200, waitingEach: 5 }

/**
 * Runs `task` when it is `owner`'s turn, or answers 'busy' at once when too much waits already.
 * Rejects with what the task rejects with.
 */
export type Queue = <T>(owner: string, task: () => Promise<T>) => Promise<Result<T, 'busy'>>

/**
 * A queue that is fair to owners, not to tasks: one in flight for each, and whoever was served
 * longest ago is next, so twenty tasks of one person delay another by one task at most.
 */
export function createQueue(bounds: QueueBounds = defaultBounds): Queue {
  // Owners who wait, in the order of their turns; Map keeps insertion order.
  const waiting = new Map<string, (() => Promise<void>)[]>()
  const inFlight = new Set<string>()
  let waitingCount = 0

  const next = () => {
    for (const [owner, tasks] of waiting) {
      if (inFlight.size >= bounds.atOnce) return
      if (inFlight.has(owner)) continue
      const task = tasks.shift()
      if (tasks.length === 0) waiting.delete(owner)
      if (!task) continue
      waitingCount--
      inFlight.add(owner)
      void task().finally(() => {
        inFlight.delete(owner)
        // To the end of the line: whoever has not had a turn meanwhile comes first.
        const left = waiting.get(owner)
        if (left && waiting.delete(owner)) waiting.set(owner, left)
        next()
      })
    }
  }

  return (owner, task) => {
    const own = waiting.get(owner) ?? []
    if (waitingCount >= bounds.waiting || own.length >= bounds.waitingEach)
      return Promise.resolve(fail('busy'))
    return new Promise((resolve, reject) => {
      const run = async () => {
        try {
          resolve(ok(await task()))
        } catch (error) {
          reject(error)
        }
      }
      own.push(run)
      waiting.set(owner, own)
      waitingCount++
      next()
    })
  }
}
