import { type ModuleFile, moduleFile } from '#app/catalogue/domain/course.ts'
import { type Bilingual, isUntranslated } from '#app/shared/domain/text.ts'

/**
 * A module's settings as the author typed them: what is not a number yet is kept all the same, so that
 * saving never loses anything. `readSettings` says whether a module can be made of it.
 */
export type DraftSettings = {
  objectives: { 'zh-CN': string; en: string }[]
  /** Minutes of study. */
  minutes: string
  /** 学时, of 45 minutes, in halves. */
  creditHours: string
  skills: { skill: string; level: string }[]
  labs: string[]
  /** Hashes of the Chinese blocks that the English was compared with. */
  translatedFrom?: string[]
}

export const maxObjectives = 6
export const maxSkills = 4

/** What a new lesson begins with. */
export const emptySettings: DraftSettings = {
  objectives: [],
  minutes: '',
  creditHours: '',
  skills: [],
  labs: [],
}

/** A text as it is typed: English that the Chinese stands for is left empty. */
function withoutStandIn(text: Bilingual): Bilingual {
  return isUntranslated(text) ? { ...text, en: '' } : text
}

/** A published module's settings, ready to be edited. */
export function draftSettings(content: ModuleFile): DraftSettings {
  const { objectives, minutes, creditHours, skills, labs, translatedFrom } = content
  return {
    objectives: objectives.map(withoutStandIn),
    minutes: String(minutes),
    creditHours: String(creditHours),
    skills: skills.map(({ skill, level }) => ({ skill, level: String(level) })),
    labs,
    ...(translatedFrom && { translatedFrom }),
  }
}

export type SettingField = 'objectives' | 'minutes' | 'creditHours' | 'skills' | 'labs'
/** What is wrong with a field; `one-language`: an objective has no Chinese; `too-many`: for the minutes. */
export type SettingFault = { field: SettingField; reason: 'wrong' | 'one-language' | 'too-many' }

/** The module that the settings describe, or every field that stands in its way. */
export function readSettings(settings: DraftSettings): {
  value?: ModuleFile
  faults: SettingFault[]
} {
  const { minutes, creditHours, skills, translatedFrom } = settings
  const parsed = moduleFile.safeParse({
    ...settings,
    minutes: toNumber(minutes),
    creditHours: toNumber(creditHours),
    skills: skills.map(({ skill, level }) => ({ skill, level: toNumber(level) })),
    translatedFrom,
  })
  if (parsed.success) return { value: parsed.data, faults: [] }
  const halves = settings.objectives.some((text) => !text['zh-CN'] && text.en)
  const faults = new Map<SettingField, SettingFault['reason']>()
  for (const { path, code } of parsed.error.issues) {
    const field = path[0] as SettingField
    if (code === 'custom') faults.set(field, 'too-many')
    else faults.set(field, field === 'objectives' && halves ? 'one-language' : 'wrong')
  }
  return { faults: [...faults].map(([field, reason]) => ({ field, reason })) }
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

type Fields = Record<string, string[]>

/** The settings in a submitted form (see the names in `settings-fields.tsx`); empty rows are dropped. */
export function settingsFromFields(fields: Fields, before: DraftSettings): DraftSettings {
  const text = (name: string) => (fields[name]?.[0] ?? '').replace(/\s+/g, ' ').trim()
  const rows = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  return {
    ...before,
    objectives: rows(maxObjectives)
      .map((row) => ({ 'zh-CN': text(`objective-zh-${row}`), en: text(`objective-en-${row}`) }))
      .filter((objective) => objective['zh-CN'] || objective.en),
    minutes: text('minutes'),
    creditHours: text('creditHours'),
    skills: rows(maxSkills)
      .map((row) => ({ skill: text(`skill-${row}`), level: text(`level-${row}`) }))
      .filter(({ skill }) => skill),
    labs: fields.labs ?? [],
  }
}
