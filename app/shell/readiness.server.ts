import { setTimeout as pause } from 'node:timers/promises'
import { canRead } from '#db/audit/queries.server.ts'
import { isInPlace } from '#db/client.server.ts'

/** A database that takes longer than this for one row is not there. */
const patienceMs = 3_000

let draining = false

/** From now on `/readyz` says 'draining', so that a proxy sends people elsewhere. */
export function beginDraining(): void {
  draining = true
}

/** 'ready', or the reason why not. */
export async function isReady(): Promise<'ready' | 'draining' | 'database'> {
  if (draining) return 'draining'
  const answers = await Promise.race([canRead(), pause(patienceMs, false, { ref: false })])
  return answers && isInPlace() ? 'ready' : 'database'
}
