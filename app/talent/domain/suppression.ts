/**
 * Small numbers can point to a person, so outside one's own unit a count below `leastShown` is not
 * given, nor the list behind it; others are rounded. This is presentation: the predicate is the
 * same, and whoever counts within the own unit sees the figure itself.
 */
export const leastShown = 5

/** A count as it may be shown. */
export type ShownCount =
  | { kind: 'exact'; count: number }
  | { kind: 'about'; count: number }
  /** Fewer than `leastShown`, perhaps none. */
  | { kind: 'too-few' }

/** How a count of people is shown, in the reader's own unit or elsewhere. */
export function showCount(count: number, ownUnit: boolean): ShownCount {
  if (ownUnit) return { kind: 'exact', count }
  if (count < leastShown) return { kind: 'too-few' }
  return { kind: 'about', count: Math.round(count / leastShown) * leastShown }
}
