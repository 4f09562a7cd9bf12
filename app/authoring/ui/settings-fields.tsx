import {
  type DraftSettings,
  maxObjectives,
  maxSkills,
} from '#app/authoring/domain/draft-settings.ts'
import { type Bilingual, inLocale } from '#app/shared/domain/text.ts'
import { compareText, currentLocale, formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Select, TextArea, TextField } from '#app/shared/ui/form.tsx'

export type SettingsOptions = {
  skills: { code: string; name: Bilingual; levels: Bilingual[] }[]
  labs: { slug: string; title: Bilingual; minutes: number }[]
}

type Props = { settings: DraftSettings; options: SettingsOptions }

/** The fields of module.yaml. Rows left empty do not count. */
export function SettingsFields({ settings, options }: Props) {
  return (
    <>
      <Objectives settings={settings} />
      <div className="pair">
        <TextField
          short
          name="minutes"
          inputMode="numeric"
          label={m.authoring_minutes_label()}
          hint={m.authoring_minutes_hint()}
          value={settings.minutes}
        />
        <TextField
          short
          name="creditHours"
          label={m.authoring_hours_label()}
          hint={m.authoring_hours_hint()}
          value={settings.creditHours}
        />
      </div>
      <Skills settings={settings} options={options} />
      {options.labs.length > 0 && (
        <Choices
          type="checkbox"
          name="labs"
          label={m.authoring_labs_label()}
          hint={m.authoring_labs_hint()}
          values={settings.labs}
          options={options.labs.map(({ slug, title, minutes }) => ({
            value: slug,
            label: inLocale(title, currentLocale()),
            hint: `${slug} · ${m.authoring_minutes({ count: formatNumber(minutes) })}`,
          }))}
        />
      )}
    </>
  )
}

function rows(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function Objectives({ settings: { objectives } }: { settings: DraftSettings }) {
  const shown = Math.min(maxObjectives, Math.max(3, objectives.length + 1))
  return (
    <fieldset className="field">
      <legend>{m.authoring_objectives_label()}</legend>
      <p className="hint">{m.authoring_objectives_hint()}</p>
      {rows(shown).map((row) => (
        <div className="pair" key={row}>
          <TextArea
            rows={2}
            name={`objective-zh-${row}`}
            lang="zh-CN"
            label={m.authoring_objective_zh({ number: String(row) })}
            value={objectives[row - 1]?.['zh-CN'] ?? ''}
          />
          <TextArea
            rows={2}
            name={`objective-en-${row}`}
            lang="en"
            label={m.authoring_objective_en({ number: String(row) })}
            value={objectives[row - 1]?.en ?? ''}
          />
        </div>
      ))}
    </fieldset>
  )
}

function Skills({ settings: { skills }, options }: Props) {
  const locale = currentLocale()
  const none = { value: '', label: m.authoring_skill_none() }
  const known = options.skills
    .map(({ code, name }) => ({ value: code, label: inLocale(name, locale) }))
    .sort((a, b) => compareText(a.label, b.label))
  // A skill that is gone from the frameworks stays visible until the author chooses another.
  const gone = skills
    .filter(({ skill }) => !known.some(({ value }) => value === skill))
    .map(({ skill }) => ({ value: skill, label: skill }))
  const levels = [
    m.authoring_level_1,
    m.authoring_level_2,
    m.authoring_level_3,
    m.authoring_level_4,
  ]
  const shown = Math.min(maxSkills, Math.max(2, skills.length + 1))
  return (
    <fieldset className="field">
      <legend>{m.authoring_skills_label()}</legend>
      <p className="hint">{m.authoring_skills_hint()}</p>
      {rows(shown).map((row) => (
        <div className="pair" key={row}>
          <Select
            name={`skill-${row}`}
            label={m.authoring_skill({ number: String(row) })}
            options={[none, ...known, ...gone]}
            value={skills[row - 1]?.skill ?? ''}
          />
          <Select
            name={`level-${row}`}
            label={m.authoring_level()}
            options={levels.map((word, index) => ({
              value: String(index + 1),
              label: `${index + 1} ${word()}`,
            }))}
            value={skills[row - 1]?.level ?? '1'}
          />
        </div>
      ))}
    </fieldset>
  )
}
