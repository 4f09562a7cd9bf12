import { m } from '#app/shared/i18n/messages.ts'
import type { DraftProblem } from './domain/draft-problem.ts'
import type { DraftSettings, SettingFault, SettingField } from './domain/draft-settings.ts'
import type { Known } from './domain/known.ts'

const words: Record<SettingField, () => string> = {
  objectives: m.authoring_settings_objectives_wrong,
  minutes: m.authoring_settings_minutes_wrong,
  creditHours: m.authoring_settings_hours_wrong,
  skills: m.authoring_settings_skills_wrong,
  labs: m.authoring_settings_labs_wrong,
}

/** What is wrong with the settings, field by field, as sentences for the author. `hasEnglish`: the lesson does. */
export function settingsProblems(
  settings: DraftSettings,
  faults: SettingFault[],
  known: Known,
  hasEnglish: boolean,
): DraftProblem[] {
  const at = (field: SettingField, message: string): DraftProblem => ({
    part: 'settings',
    code: 'SETTINGS',
    line: 1,
    column: 1,
    message,
    severity: 'error',
    excerpt: '',
    field,
  })
  const special = {
    'one-language': m.authoring_settings_needs_chinese,
    'too-many': m.authoring_settings_hours_many,
  }
  const problems = faults.map(({ field, reason }) =>
    at(field, reason === 'wrong' ? words[field]() : special[reason]()),
  )
  if (hasEnglish && settings.objectives.some(({ en }) => !en)) {
    problems.push(at('objectives', m.authoring_settings_one_language()))
  }
  for (const { skill } of settings.skills) {
    if (!known.skills.includes(skill)) {
      problems.push(at('skills', m.authoring_no_skill({ id: skill })))
    }
  }
  for (const lab of settings.labs) {
    if (!known.labs.includes(lab)) problems.push(at('labs', m.authoring_no_lab({ id: lab })))
  }
  return problems
}
