import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { midnight, offsetAt } from '#app/shared/domain/zoned-time.ts'

/** A calendar month in a time zone: its name and the moments (UTC ms) it lies between. */
export type Month = { name: string; from: number; until: number }

/** The month called `name` (`2026-11`) as people in `timeZone` live it. */
export function readMonth(name: string, timeZone: string): Result<Month, 'not-a-month'> {
  const match = /^(2\d{3})-(0[1-9]|1[0-2])$/.exec(name)
  if (!match) return fail('not-a-month')
  const [year, month] = [Number(match[1]), Number(match[2]) - 1]
  const from = midnight({ year, month, day: 1 }, timeZone)
  const until = midnight({ year, month: month + 1, day: 1 }, timeZone)
  return ok({ name, from, until })
}

/** The name of the month that `at` falls into. */
export function monthOf(at: number, timeZone: string): string {
  const local = new Date(at + offsetAt(at, timeZone))
  return local.toISOString().slice(0, 7)
}

/** A month that a report can be made of; whether it is over, so that the staff may have changed since. */
export type ReportMonth = Month & { over: boolean }

/** The month of a report made at `now`: one that has begun. */
export function readReportMonth(
  name: string,
  timeZone: string,
  now: number,
): Result<ReportMonth, 'not-a-month' | 'future'> {
  const month = readMonth(name, timeZone)
  if (!month.ok) return month
  if (month.value.from > now) return fail('future')
  return ok({ ...month.value, over: month.value.until <= now })
}
