import type { RowDifference } from '#app/labs/domain/compare-rows.ts'
import type { RunProblem } from '#app/labs/domain/problem.ts'
import { formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** Why nothing was run or recorded, and what to do. */
export const problemWords = {
  empty: m.labs_problem_empty,
  'too-long': m.labs_problem_too_long,
  starting: m.labs_problem_starting,
  off: m.labs_problem_off,
  busy: m.labs_problem_busy,
  fault: m.labs_problem_fault,
  crashed: m.labs_problem_crashed,
  stale: m.labs_problem_stale,
} satisfies Record<RunProblem, () => string>

/** In what way rows differ from the expected ones, as one sentence. */
export function differenceWords(difference: RowDifference): string {
  const { missing, extra, wrongOrder, wrongColumns } = difference
  const parts: string[] = []
  if (wrongColumns === 'count') parts.push(m.labs_difference_columns())
  else if (missing > 0 || extra > 0) {
    if (missing > 0) parts.push(m.labs_difference_missing({ count: formatNumber(missing) }))
    if (extra > 0) parts.push(m.labs_difference_extra({ count: formatNumber(extra) }))
  }
  if (wrongOrder) parts.push(m.labs_difference_order())
  if (wrongColumns === 'names') parts.push(m.labs_difference_names())
  return m.labs_difference({ what: parts.join(m.labs_difference_join()) })
}

/** What a run took, beside what it may take; times in seconds. */
export function usedWords(used: {
  cpuMs: number
  peakMb: number
  wallMs: number
  memoryMb: number
}): string {
  const { cpuMs, peakMb, wallMs, memoryMb } = used
  return m.labs_used({
    time: formatNumber(cpuMs / 1000, 2),
    wall: formatNumber(wallMs / 1000, 1),
    memory: formatNumber(peakMb),
    most: formatNumber(memoryMb),
  })
}
