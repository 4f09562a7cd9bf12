import process from 'node:process'
import type { WorkerBegun } from '#app/learning/worker-process.server.ts'
import { type RosterRequest, readRosterFile } from './read-roster-file.server.ts'

/**
 * The process that reads uploaded rosters: takes one at a time from its parent, which also gives it its
 * empty environment and stops it when it takes too long. It ends with its parent.
 */
process.on('message', ({ base64 }: RosterRequest) => {
  process.send?.(readRosterFile(Buffer.from(base64, 'base64')))
})
const { user, system } = process.cpuUsage()
process.send?.({ startCpuMs: (user + system) / 1000 } satisfies WorkerBegun)
process.on('disconnect', () => process.exit())
