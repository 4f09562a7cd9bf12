/** How far local time is ahead of UTC in `timeZone` at `at`, in ms. */
export function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(at / 1_000) * 1_000
}

/** A day of the calendar; `month` from 0, and what lies beyond a month or year runs over, as in Date. */
export type Day = { year: number; month: number; day: number }

/** The moment (UTC ms) at which the local clock shows midnight at the beginning of a day. */
export function midnight({ year, month, day }: Day, timeZone: string): number {
  const guess = Date.UTC(year, month, day)
  const first = guess - offsetAt(guess, timeZone)
  // Where the clocks change between the guess and the answer, the offset there decides.
  return guess - offsetAt(first, timeZone)
}

/** The last moment (UTC ms) of a day written `2026-11-28`; undefined where there is no such day. */
export function endOfDay(text: string, timeZone: string): number | undefined {
  const match = /^(2\d{3})-(\d\d)-(\d\d)$/.exec(text)
  if (!match || Number.isNaN(Date.parse(text))) return
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return
  return midnight({ year, month: month - 1, day: day + 1 }, timeZone) - 1
}
