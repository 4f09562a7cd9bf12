import { staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { PairRows } from '#app/shared/ui/pair-rows.tsx'
import { evidenceAges, mostSkills, type Need } from '#app/talent/domain/need.ts'
import { regionPrefix } from '#app/talent/domain/registry.ts'
import type { SkillChoice } from '#app/talent/domain/shown.ts'
import { type WhiteHatRole, whiteHatRoles } from '#app/white-hat/domain/roles.ts'
import { groupWords, levelWords, roleWords, staffWords, tierWords } from './words.ts'

export type WhiteHatNeedProps = {
  need: Need
  role: WhiteHatRole | undefined
  purpose: string
  skills: SkillChoice[]
  regions: { code: string; name: string }[]
  errors: Record<string, string>
}

const spareRows = 2

/** The ordinary need without what the masked pool does not know, and with a role. */
export function WhiteHatNeedForm(props: WhiteHatNeedProps) {
  const { need, role, purpose, errors } = props
  const roles = whiteHatRoles.map((value) => ({ value, label: roleWords[value]() }))
  return (
    <div>
      <Form method="get" action="/white-hat#results" state={{ errors, values: {} }}>
        <input type="hidden" name="search" value="1" />
        <TextField
          name="purpose"
          label={m.talent_search_purpose()}
          hint={m.white_hat_search_purpose_hint()}
          value={purpose}
        />
        <Select
          name="role"
          label={m.white_hat_search_role()}
          options={[{ value: '', label: m.white_hat_search_role_any() }, ...roles]}
          value={role ?? ''}
        />
        <SkillRows kind="must" {...props} />
        <SkillRows kind="nice" {...props} />
        <Frame need={need} regions={props.regions} />
        <SubmitButton>{m.talent_search_go()}</SubmitButton>
      </Form>
    </div>
  )
}

function SkillRows({ kind, need, skills }: WhiteHatNeedProps & { kind: 'must' | 'nice' }) {
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

function Frame({ need, regions }: Pick<WhiteHatNeedProps, 'need' | 'regions'>) {
  const { region, evidenceMonths } = need
  const inUse = need.tiers.length > 0 || need.staffKinds.length > 0
  const places = regions.map(({ code, name }) => ({
    value: regionPrefix(code),
    label: `${'　'.repeat(regionPrefix(code).length / 2 - 1)}${name}`,
  }))
  const ages = evidenceAges.map((months) => {
    return { value: String(months), label: m.talent_search_age_months({ months }) }
  })
  return (
    <details className="field" open={inUse || region !== '' || evidenceMonths > 0}>
      <summary>{m.talent_search_more()}</summary>
      <Choices
        name="tier"
        type="checkbox"
        label={m.talent_search_tiers()}
        options={tiers.map((value) => ({ value, label: tierWords[value]() }))}
        values={need.tiers}
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
        options={staffKinds.map((value) => ({ value, label: staffWords[value]() }))}
        values={need.staffKinds}
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
