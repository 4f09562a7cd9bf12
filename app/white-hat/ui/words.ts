import { m } from '#app/shared/i18n/messages.ts'
import { quarterParts } from '#app/white-hat/domain/quarter.ts'

/** '2026年第3季度' */
export function quarterWords(start: number): string {
  const { year, quarter } = quarterParts(start)
  return m.white_hat_quarter({ year: String(year), quarter })
}
