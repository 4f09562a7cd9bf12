import { m } from '#app/shared/i18n/messages.ts'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import {
  EvidenceAge,
  optionsOf,
  PlaceFields,
  SkillRows,
  StaffKinds,
} from '#app/shared/ui/need-fields.tsx'
import { whiteHatRoleWords } from '#app/shared/ui/talent-words.ts'
import { evidenceAges, mostSkills, type Need } from '#app/talent/domain/need.ts'
import { purposeLength } from '#app/talent/domain/purpose.ts'
import type { SkillChoice } from '#app/talent/domain/shown.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'

export type WhiteHatNeedProps = {
  need: Need
  role: WhiteHatRole | undefined
  purpose: string
  skills: SkillChoice[]
  regions: { code: string; name: string }[]
  errors: Record<string, string>
}

/** The ordinary need without what the masked pool does not know, and with a role. */
export function WhiteHatNeedForm(props: WhiteHatNeedProps) {
  const { need, role, purpose, errors, skills, regions } = props
  return (
    <div>
      <Form method="get" action="/white-hat#results" state={{ errors, values: {} }}>
        <input type="hidden" name="search" value="1" />
        <TextField
          name="purpose"
          label={m.talent_search_purpose()}
          hint={m.white_hat_search_purpose_hint({ least: purposeLength.least })}
          value={purpose}
          maxLength={purposeLength.most}
        />
        <Select
          name="role"
          label={m.white_hat_search_role()}
          options={[
            { value: '', label: m.white_hat_search_role_any() },
            ...optionsOf(whiteHatRoleWords),
          ]}
          value={role ?? ''}
        />
        <SkillRows kind="must" asked={need.must} skills={skills} most={mostSkills} />
        <PlaceFields tiers={need.tiers} region={need.region} regions={regions} />
        <SkillRows kind="nice" asked={need.nice} skills={skills} most={mostSkills} />
        <Frame need={need} />
        <SubmitButton>{m.talent_search_go()}</SubmitButton>
      </Form>
    </div>
  )
}

function Frame({ need: { staffKinds, evidenceMonths } }: Pick<WhiteHatNeedProps, 'need'>) {
  return (
    <details className="field" open={staffKinds.length > 0 || evidenceMonths > 0}>
      <summary>{m.talent_search_more()}</summary>
      <StaffKinds staffKinds={staffKinds} />
      <EvidenceAge ages={evidenceAges} months={evidenceMonths} />
    </details>
  )
}
