import type { RuntimeName } from '#app/labs/domain/manifest.ts'
import { type Runtimes, startRuntimes } from '#app/labs/runners/registry.server.ts'
import { builtSqlChild } from '#app/labs/runners/sql.server.ts'
import { log } from '#app/log.server.ts'

const names = ['sql', 'answers'] as const satisfies readonly RuntimeName[]
let started: Runtimes | undefined

function report(runtimes: Runtimes): void {
  for (const runtime of names) {
    const { state, reason, gaps } = runtimes.state(runtime)
    if (state === 'on') log.info({ runtime, gaps }, 'lab runtime on')
    // The whole reason is for whoever reads the log; learners are told in plain words.
    else log.error({ runtime, state, reason, gaps }, 'lab runtime off')
  }
}

/**
 * The runtimes of this process. The first call starts them and their probes in the background;
 * `serve` makes it once the server listens.
 */
export function labRuntimes(): Runtimes {
  if (started) return started
  const runtimes = startRuntimes({ sql: builtSqlChild() })
  void runtimes.settled.then(() => report(runtimes))
  started = runtimes
  return runtimes
}
