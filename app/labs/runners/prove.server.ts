import { setTimeout as pause } from 'node:timers/promises'
import type { ProbeReport } from '#app/labs/runners/probes.server.ts'

/** Pauses before the probes are tried again, in ms: a busy machine gets two minutes to calm down. */
const pauses = [2_000, 5_000, 15_000, 30_000, 60_000]

/**
 * The probes that failed; none means that the sandbox holds. A probe that ran out of time shows
 * nothing either way, so when that is all that failed the probes are tried again after a pause. One
 * that found a way out is never given a second chance.
 */
export async function failedProbes(
  probe: () => Promise<ProbeReport[]>,
  waits: number[] = pauses,
): Promise<ProbeReport[]> {
  const failed = (await probe()).filter(({ passed }) => !passed)
  const [wait, ...rest] = waits
  const isOutOfTime = failed.length > 0 && failed.every(({ seen }) => seen === 'TIMEOUT')
  if (!isOutOfTime || wait === undefined) return failed
  await pause(wait, undefined, { ref: false })
  return failedProbes(probe, rest)
}
