/**
 * The moment (UTC ms) `months` calendar months after `at`, or before it where negative, at the same
 * time of day in UTC. A day that the month does not have becomes its last: 31 January and one month
 * make 28 or 29 February.
 */
export function addMonths(at: number, months: number): number {
  const day = new Date(at)
  const lands = new Date(at)
  lands.setUTCDate(1)
  lands.setUTCMonth(day.getUTCMonth() + months)
  const lastDay = Date.UTC(lands.getUTCFullYear(), lands.getUTCMonth() + 1, 0)
  lands.setUTCDate(Math.min(day.getUTCDate(), new Date(lastDay).getUTCDate()))
  return lands.getTime()
}
