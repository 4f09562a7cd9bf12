import process from 'node:process'
import type { WorkerBegun } from './worker-process.server.ts'

/**
 * Makes this process a worker of `createWorkerProcess` with a CPU limit: takes one request at a time from
 * its parent, which also gives it its empty environment and stops it when it takes too long; says what
 * its start has used; ends with its parent.
 */
export function answerRequests<Request>(answer: (request: Request) => unknown): void {
  process.on('message', (request: Request) => {
    process.send?.(answer(request))
  })
  const { user, system } = process.cpuUsage()
  process.send?.({ startCpuMs: (user + system) / 1000 } satisfies WorkerBegun)
  process.on('disconnect', () => process.exit())
}
