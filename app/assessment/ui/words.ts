import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelName } from '#app/shared/ui/level.ts'

/** 3级“熟练” */
export function levelNamed(level: number): string {
  return m.assessment_level_named({ number: level, name: levelName(level) })
}

/** One level by name, or the first and the last of a range: 2级到3级. */
export function levelRange({ from, to }: { from: number; to: number }): string {
  if (from === to) return levelNamed(from)
  return m.assessment_level_range({ from, to })
}

/** `text` as a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A moment with its zone: 2026-11-22 15:20（北京时间）. */
export function moment(at: number, timeZone: string): string {
  return m.assessment_moment({ time: formatDateTime(at, timeZone), zone: zoneName(timeZone) })
}
