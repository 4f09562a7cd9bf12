import type { Tier } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import {
  EvidenceAge,
  optionsOf,
  PlaceFields,
  SkillRows,
  StaffKinds,
} from '#app/shared/ui/need-fields.tsx'
import { contractWords, placeWords } from '#app/shared/ui/talent-words.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { evidenceAges, mostSkills, type Need } from '#app/talent/domain/need.ts'
import { purposeLength } from '#app/talent/domain/purpose.ts'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import type { SkillChoice } from '#app/talent/domain/shown.ts'

export type NeedFormProps = {
  need: Need
  purpose: string
  place: SearchPlace
  places: SearchPlace[]
  skills: SkillChoice[]
  /** The tiers in which the officer can find anyone. */
  tiers: Tier[]
  regions: { code: string; name: string }[]
  /** The rules that keep some tiers out of a kind of engagement, in words. */
  bars: Partial<Record<ContractKind, string>>
  errors: Record<string, string>
}

/** The need in the words HR uses: a plain form sent by GET, so a search is an address. */
export function NeedForm(props: NeedFormProps) {
  const { need, purpose, place, places, skills, tiers, regions, errors } = props
  return (
    <div>
      <Form method="get" action="/talent#results" state={{ errors, values: {} }}>
        <input type="hidden" name="search" value="1" />
        <TextField
          name="purpose"
          label={m.talent_search_purpose()}
          hint={m.talent_search_purpose_hint({ least: purposeLength.least })}
          value={purpose}
          maxLength={purposeLength.most}
        />
        {places.length > 1 ? (
          <Choices
            name="place"
            type="radio"
            label={m.talent_search_place()}
            options={optionsOf(placeWords).filter(({ value }) => places.includes(value))}
            values={[place]}
          />
        ) : (
          <input type="hidden" name="place" value={place} />
        )}
        <SkillRows kind="must" asked={need.must} skills={skills} most={mostSkills} />
        <PlaceFields tiers={need.tiers} known={tiers} region={need.region} regions={regions} />
        <SkillRows kind="nice" asked={need.nice} skills={skills} most={mostSkills} />
        <Frame {...props} />
        <SubmitButton>{m.talent_search_go()}</SubmitButton>
      </Form>
    </div>
  )
}

function contractOptions(bars: NeedFormProps['bars']) {
  return optionsOf(contractWords).map((option) => {
    const rule = bars[option.value]
    return { ...option, hint: rule && m.talent_search_contract_barred({ rule }) }
  })
}

function Frame({ need, bars, errors }: NeedFormProps) {
  const { staffKinds: staff, contracts, evidenceMonths, availableBy } = need
  const inUse = staff.length > 0 || contracts.length > 0
  const open = inUse || evidenceMonths > 0 || availableBy !== '' || errors.by
  return (
    <details className="field" open={Boolean(open)}>
      <summary>{m.talent_search_more()}</summary>
      <Choices
        name="contract"
        type="checkbox"
        label={m.talent_search_contracts()}
        options={contractOptions(bars)}
        values={contracts}
      />
      <StaffKinds staffKinds={staff} />
      <TextField
        name="by"
        type="date"
        label={m.talent_search_by()}
        hint={m.talent_search_by_hint()}
        value={availableBy}
      />
      <EvidenceAge ages={evidenceAges} months={evidenceMonths} />
    </details>
  )
}
