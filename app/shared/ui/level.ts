import { m } from '#app/shared/i18n/messages.ts'

const names = [
  m.shared_level_0,
  m.shared_level_1,
  m.shared_level_2,
  m.shared_level_3,
  m.shared_level_4,
]

/** A proficiency level in words: 知晓, 应用, 熟练, 专家; 0 is not shown yet. */
export function levelName(level: number): string {
  return names[level]?.() ?? String(level)
}

/** A level with its number: '3 熟练'. */
export function levelNumbered(level: number): string {
  return m.shared_level_numbered({ number: level, name: levelName(level) })
}
