import { canRead } from '#db/audit/queries.server.ts'

let draining = false

/** From now on `/readyz` says 'draining', so that a proxy sends people elsewhere. */
export function beginDraining(): void {
  draining = true
}

/** 'ready', or the reason why not. */
export async function isReady(): Promise<'ready' | 'draining' | 'database'> {
  if (draining) return 'draining'
  return (await canRead()) ? 'ready' : 'database'
}
