import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { Nameable } from '#db/authoring/published.server.ts'
import type { DraftSettings } from './domain/draft-settings.ts'

/** Settings as lines of text in the language of the page, so that two of them can be compared. */
export function settingsText(settings: DraftSettings, { skills, labs }: Nameable): string {
  const locale = currentLocale()
  const skillName = (code: string) => {
    const skill = skills.find((each) => each.code === code)
    return skill ? inLocale(skill.name, locale) : code
  }
  const labName = (slug: string) => {
    const lab = labs.find((each) => each.slug === slug)
    return lab ? inLocale(lab.title, locale) : slug
  }
  const line = (label: string, value: string) => m.authoring_settings_line({ label, value })
  return [
    ...settings.objectives.flatMap((objective, index) => {
      const number = String(index + 1)
      return [
        line(m.authoring_objective_zh({ number }), objective['zh-CN']),
        line(m.authoring_objective_en({ number }), objective.en),
      ]
    }),
    line(m.authoring_minutes_label(), settings.minutes),
    line(m.authoring_hours_label(), settings.creditHours),
    ...settings.skills.map(({ skill, level }) =>
      line(m.authoring_skills_label(), `${skillName(skill)} ${level}`),
    ),
    ...settings.labs.map((lab) => line(m.authoring_labs_label(), labName(lab))),
  ].join('\n')
}
