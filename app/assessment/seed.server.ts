import { createHmac } from 'node:crypto'
import { keys } from '#app/runtime.server.ts'

/**
 * The seed of an attempt: which items its form has, and how their parts are shuffled. It follows
 * from the attempt's id and the installation's key, so it is neither stored nor sent, and nobody
 * can work it out from an address.
 */
export function attemptSeed(attemptId: string): string {
  return createHmac('sha256', keys().seed).update(`attempt/${attemptId}`).digest('hex')
}
