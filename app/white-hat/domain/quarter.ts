/**
 * Dates of white hats are kept by the quarter (UTC), and confidences by tenths: finer ones would
 * let the masked pool be joined to the evidence of people.
 */

/** The first moment of the quarter of `at`, UTC ms. */
export function quarterOf(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3)
}

/** Year and number (1–4) of the quarter that begins at `start`. */
export function quarterParts(start: number): { year: number; quarter: number } {
  const date = new Date(start)
  return { year: date.getUTCFullYear(), quarter: Math.floor(date.getUTCMonth() / 3) + 1 }
}

/** A confidence cut to tenths. */
export function coarseConfidence(confidence: number): number {
  return Math.floor(confidence * 10 + 1e-9) / 10
}
