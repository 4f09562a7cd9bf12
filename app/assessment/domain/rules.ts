/**
 * How an assessment is held. A change is a new version, which the audit trail names at each start.
 * The minutes are a guess until attempts have been timed.
 */
export const assessmentRules = {
  version: '2026-11',
  /** Questions in a form; all of the bank when it has fewer. */
  length: 15,
  minutesPerItem: 2,
  /** Days in which an attempt can be gone on with. */
  openDays: 7,
  /** Days from the end of an attempt to the start of the next on the same skill. */
  retakeDays: 7,
} as const

const day = 24 * 60 * 60 * 1000

/** When an attempt was begun and ended, UTC ms. */
export type AttemptTimes = { startedAt: number; finishedAt: number | null }
/** Expired: it was left until its time was over, and ends without a result. */
export type AttemptState = 'open' | 'finished' | 'expired'

/** First moment at which an attempt begun at `startedAt` takes no more answers, UTC ms. */
export function closesAt(startedAt: number): number {
  return startedAt + assessmentRules.openDays * day
}

export function attemptState({ startedAt, finishedAt }: AttemptTimes, now: number): AttemptState {
  if (finishedAt !== null) return 'finished'
  return now < closesAt(startedAt) ? 'open' : 'expired'
}

/**
 * From when a skill can be tested again, UTC ms; null when it was never finished. An attempt that
 * expired asks for no further wait: its own days have passed.
 */
export function retakeFrom(earlier: AttemptTimes[]): number | null {
  const ends = earlier.flatMap(({ finishedAt }) => (finishedAt === null ? [] : [finishedAt]))
  return ends.length === 0 ? null : Math.max(...ends) + assessmentRules.retakeDays * day
}

/** Questions that a form drawn from `stock` items has, and about how many minutes they take. */
export function formSize(stock: number): { questions: number; minutes: number } {
  const questions = Math.min(stock, assessmentRules.length)
  return { questions, minutes: questions * assessmentRules.minutesPerItem }
}

/** Of a form's places (from 1) the one to answer after `position`; at the end from the start again. */
export function nextOpen(
  { form, answered }: { form: unknown[]; answered: number[] },
  position = 0,
): number | undefined {
  const open = form.map((_, i) => i + 1).filter((place) => !answered.includes(place))
  return open.find((place) => place > position) ?? open[0]
}
