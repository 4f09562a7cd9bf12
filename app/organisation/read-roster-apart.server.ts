import { join } from 'node:path'
import {
  createWorkerProcess,
  WorkerError,
  type WorkerOptions,
} from '#app/learning/worker-process.server.ts'
import { fail, type Result } from '#app/shared/domain/result.ts'
import type { RosterReading } from './domain/roster.ts'
import { fileLimit, type ReadingProblem, type RosterRequest } from './read-roster-file.server.ts'

type Reading = Result<RosterReading, ReadingProblem | { code: 'busy' }>

/** Reads uploaded rosters, one at a time, and the way to end it. */
export type RosterReader = {
  read(bytes: Buffer, owner: string): Promise<Reading>
  close(): void
}

/**
 * A reader of rosters in a process of its own, so that no upload holds up the server. A file is stopped
 * by the CPU it used: the largest sound roster takes a quarter of it.
 */
export function createRosterReader(options: Partial<WorkerOptions> = {}): RosterReader {
  const worker = createWorkerProcess<RosterRequest, Reading>({
    file: join(process.cwd(), 'build/server/roster-worker.js'),
    cpuLimitMs: 4_000,
    timeLimitMs: 30_000,
    memoryLimitMb: 384,
    ...options,
  })
  return {
    close: worker.close,
    async read(bytes, owner) {
      if (bytes.length > fileLimit) return fail({ code: 'too-large' })
      try {
        return await worker.ask({ base64: bytes.toString('base64') }, owner)
      } catch (error) {
        if (!(error instanceof WorkerError)) throw error
        const isItsFault = error.reason === 'cpu' || error.reason === 'ended'
        return fail({ code: isItsFault ? 'too-large' : 'busy' })
      }
    },
  }
}

let shared: RosterReader | undefined

/** Reads a roster that somebody uploaded, away from the server's own process. */
export function readRosterApart(bytes: Buffer, owner: string): Promise<Reading> {
  shared ??= createRosterReader()
  return shared.read(bytes, owner)
}
