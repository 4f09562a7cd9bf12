import { staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { PairRows } from '#app/shared/ui/pair-rows.tsx'
import { contractKinds } from '#app/talent/domain/kinds.ts'
import { evidenceAges, mostSkills, type Need } from '#app/talent/domain/need.ts'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import { regionPrefix } from '#app/talent/domain/registry.ts'
import type { SkillChoice } from '#app/talent/domain/shown.ts'
import {
  contractWords,
  groupWords,
  levelWords,
  placeWords,
  staffWords,
  tierWords,
} from './words.ts'

export type NeedFormProps = {
  need: Need
  purpose: string
  place: SearchPlace
  places: SearchPlace[]
  skills: SkillChoice[]
  regions: { code: string; name: string }[]
  errors: Record<string, string>
}

/** Rows offered beyond those in use. */
const spareRows = 2

const options = <T extends string>(values: readonly T[], words: Record<T, () => string>) =>
  values.map((value) => ({ value, label: words[value]() }))

/** The need in the words HR uses: a plain form sent by GET, so a search is an address. */
export function NeedForm(props: NeedFormProps) {
  const { need, purpose, place, places, skills, errors } = props
  return (
    <div>
      <Form method="get" action="/talent#results" state={{ errors, values: {} }}>
        <input type="hidden" name="search" value="1" />
        <TextField
          name="purpose"
          label={m.talent_search_purpose()}
          hint={m.talent_search_purpose_hint()}
          value={purpose}
        />
        {places.length > 1 ? (
          <Choices
            name="place"
            type="radio"
            label={m.talent_search_place()}
            options={options(places, placeWords)}
            values={[place]}
          />
        ) : (
          <input type="hidden" name="place" value={place} />
        )}
        <SkillRows kind="must" need={need} skills={skills} />
        <SkillRows kind="nice" need={need} skills={skills} />
        <Frame {...props} />
        <SubmitButton>{m.talent_search_go()}</SubmitButton>
      </Form>
    </div>
  )
}

type SkillRowsProps = { kind: 'must' | 'nice'; need: Need; skills: SkillChoice[] }

function SkillRows({ kind, need, skills }: SkillRowsProps) {
  const asked = need[kind]
  return (
    <PairRows
      legend={kind === 'must' ? m.talent_search_must() : m.talent_search_nice()}
      hint={kind === 'must' ? m.talent_search_rows_hint() : undefined}
      names={[kind, `${kind}-level`]}
      labels={(number) => [m.talent_search_skill({ number }), m.talent_search_level({ number })]}
      groups={skills.map(({ group, options }) => ({ label: groupWords[group](), options }))}
      blank={m.talent_search_no_skill()}
      seconds={[1, 2, 3, 4].map((level) => ({ value: String(level), label: levelWords(level) }))}
      values={asked.map(({ skill, level }) => [skill, String(level)])}
      second="2"
      rows={Math.min(mostSkills, asked.length + spareRows)}
    />
  )
}

function Frame({ need, regions, errors }: NeedFormProps) {
  const { tiers: tier, region, staffKinds: staff, contracts, evidenceMonths, availableBy } = need
  const inUse = [tier, staff, contracts].some((list) => list.length > 0)
  const open = inUse || region !== '' || evidenceMonths > 0 || availableBy !== '' || errors.by
  const ages = evidenceAges.map((months) => {
    return { value: String(months), label: m.talent_search_age_months({ months }) }
  })
  const places = regions.map(({ code, name }) => ({
    value: regionPrefix(code),
    label: `${'　'.repeat(regionPrefix(code).length / 2 - 1)}${name}`,
  }))
  return (
    <details className="field" open={Boolean(open)}>
      <summary>{m.talent_search_more()}</summary>
      <Choices
        name="contract"
        type="checkbox"
        label={m.talent_search_contracts()}
        options={options(contractKinds, contractWords)}
        values={contracts}
      />
      <Choices
        name="tier"
        type="checkbox"
        label={m.talent_search_tiers()}
        options={options(tiers, tierWords)}
        values={tier}
      />
      <Select
        name="region"
        label={m.talent_search_region()}
        options={[{ value: '', label: m.talent_search_region_any() }, ...places]}
        value={region}
      />
      <Choices
        name="staff"
        type="checkbox"
        label={m.talent_search_staff()}
        options={options(staffKinds, staffWords)}
        values={staff}
      />
      <TextField
        name="by"
        type="date"
        label={m.talent_search_by()}
        hint={m.talent_search_by_hint()}
        value={availableBy}
      />
      <Select
        name="months"
        label={m.talent_search_age()}
        options={[{ value: '0', label: m.talent_search_age_any() }, ...ages]}
        value={String(evidenceMonths)}
      />
    </details>
  )
}
