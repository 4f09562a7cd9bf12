import { formatMoment } from '#app/shared/i18n/format.ts'

/** A deadline with its time and zone, since the day may be another one elsewhere; '' for none. */
export function dueWords(dueAt: number | null, timeZone: string): string {
  return dueAt === null ? '' : formatMoment(dueAt, timeZone)
}
