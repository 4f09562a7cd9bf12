import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Select } from './form.tsx'
import { levelNumbered } from './level.ts'
import { staffKindWords, tierWords } from './organisation-words.ts'
import { PairRows } from './pair-rows.tsx'

/** The groups of skills. */
export const skillGroupWords = {
  everyone: m.shared_group_everyone,
  data: m.shared_group_data,
  service: m.shared_group_service,
  security: m.shared_group_security,
}

/** Rows offered beyond those in use. */
const spareRows = 2

/** The choices of a field, in the order of their words. */
export function optionsOf<T extends string>(words: Record<T, () => string>) {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }))
}

/** The skills of the spine by group, as lists offer them. */
export type SkillGroups = {
  group: keyof typeof skillGroupWords
  options: { value: string; label: string }[]
}[]
type SkillRowsProps = {
  kind: 'must' | 'nice'
  asked: readonly { skill: string; level: number }[]
  skills: SkillGroups
  /** At most so many rows. */
  most: number
}

/** Which skills are asked, each with its lowest level: the musts or the nice-to-haves. */
export function SkillRows({ kind, asked, skills, most }: SkillRowsProps) {
  return (
    <PairRows
      legend={kind === 'must' ? m.talent_search_must() : m.talent_search_nice()}
      hint={kind === 'must' ? m.talent_search_rows_hint() : undefined}
      names={[kind, `${kind}-level`]}
      labels={(number) => [m.talent_search_skill({ number }), m.talent_search_level({ number })]}
      groups={skills.map(({ group, options }) => ({ label: skillGroupWords[group](), options }))}
      blank={m.talent_search_no_skill()}
      seconds={[1, 2, 3, 4].map((level) => ({
        value: String(level),
        label: levelNumbered(level),
      }))}
      values={asked.map(({ skill, level }) => [skill, String(level)])}
      second="2"
      rows={Math.min(most, asked.length + spareRows)}
    />
  )
}

type PlaceFieldsProps = {
  tiers: readonly string[]
  /** The tiers to choose from, where not every one has anybody; all six otherwise. */
  known?: readonly string[]
  region: string
  regions: readonly { code: string; name: string }[]
}

/** '　　示例市' under its province: a region's name, set in by how deep it lies, and its prefix. */
function regionOption({ code, name }: { code: string; name: string }) {
  const prefix = code.replace(/(00){1,2}$/, '')
  return { value: prefix, label: `${'　'.repeat(prefix.length / 2 - 1)}${name}` }
}

/** Where people work: tier and region. */
export function PlaceFields({ tiers, known, region, regions }: PlaceFieldsProps) {
  const options = optionsOf(tierWords)
  return (
    <>
      <Choices
        name="tier"
        type="checkbox"
        label={m.talent_search_tiers()}
        options={options.filter(({ value }) => !known || known.includes(value))}
        values={[...tiers]}
      />
      <Select
        name="region"
        label={m.talent_search_region()}
        options={[{ value: '', label: m.talent_search_region_any() }, ...regions.map(regionOption)]}
        value={region}
      />
    </>
  )
}

/** As what people work: the kinds of staff. */
export function StaffKinds({ staffKinds }: { staffKinds: readonly string[] }) {
  return (
    <Choices
      name="staff"
      type="checkbox"
      label={m.talent_search_staff()}
      options={optionsOf(staffKindWords)}
      values={[...staffKinds]}
    />
  )
}

/** How old the evidence may be, in months; 0 for any age. */
export function EvidenceAge({ ages, months }: { ages: readonly number[]; months: number }) {
  const options = ages.map((age) => {
    return { value: String(age), label: m.talent_search_age_months({ months: age }) }
  })
  return (
    <Select
      name="months"
      label={m.talent_search_age()}
      options={[{ value: '0', label: m.talent_search_age_any() }, ...options]}
      value={String(months)}
    />
  )
}
