import type { AccessKind } from './kinds.ts'

/** One look at a person; `at` is UTC ms. */
export type Look = { kind: AccessKind; purpose: string; viewerUnitId: string; at: number }

const hour = 60 * 60 * 1000

/**
 * Looks as a person reads them, newest first: the same unit doing the same for the same purpose
 * again within an hour of the last time is one line with a count, so that a page opened anew does
 * not bury what matters. Every look is in the log and in the counts.
 */
export function gatherLooks<L extends Look>(newestFirst: readonly L[]): (L & { times: number })[] {
  const lines: (L & { times: number; oldest: number })[] = []
  for (const look of newestFirst) {
    const line = lines.find(
      ({ kind, purpose, viewerUnitId, oldest }) =>
        kind === look.kind &&
        purpose === look.purpose &&
        viewerUnitId === look.viewerUnitId &&
        oldest - look.at < hour,
    )
    if (line) {
      line.times++
      line.oldest = look.at
    } else lines.push({ ...look, times: 1, oldest: look.at })
  }
  return lines
}
