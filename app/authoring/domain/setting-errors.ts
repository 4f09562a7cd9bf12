import type { DraftProblem } from './draft-problem.ts'
import type { DraftSettings, SettingField } from './draft-settings.ts'

/** The input of the form that is to be changed: for a list its row at fault, or else its first. */
function inputOf(field: SettingField, settings: DraftSettings, known: string[]): string {
  if (field === 'objectives') {
    const { objectives } = settings
    const chinese = objectives.findIndex((text) => !text['zh-CN'])
    const english = objectives.findIndex(({ en }) => !en)
    if (chinese === -1 && english !== -1) return `objective-en-${english + 1}`
    return `objective-zh-${Math.max(0, chinese) + 1}`
  }
  if (field === 'skills') {
    const row = settings.skills.findIndex(({ skill }) => !known.includes(skill))
    return `skill-${Math.max(0, row) + 1}`
  }
  return field
}

/**
 * What is wrong with saved settings, by the input it stands beside. `known`: the codes of the skills
 * that there are.
 */
export function settingErrors(
  problems: DraftProblem[],
  settings: DraftSettings,
  known: string[],
): Record<string, string> {
  const errors = new Map<string, string>()
  for (const { field, message, severity } of problems) {
    if (!field || severity !== 'error') continue
    const input = inputOf(field, settings, known)
    const before = errors.get(input)
    errors.set(input, before ? `${before} ${message}` : message)
  }
  return Object.fromEntries(errors)
}
