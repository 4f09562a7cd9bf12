import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { levelNumbered } from '#app/shared/ui/level.ts'
import { skillGroupWords } from '#app/shared/ui/need-fields.tsx'
import { OptionGroups } from '#app/shared/ui/pair-rows.tsx'
import type { ShownAttestation } from '#app/talent/attestations-page.server.ts'
import type { SkillChoice } from '#app/talent/domain/shown.ts'

type CrumbsProps = { personId: string; name: string; nested?: boolean }

/** The way back: to the staff, the person, and from a page below it to what is attested of them. */
export function AttestationCrumbs({ personId, name, nested = false }: CrumbsProps) {
  return (
    <p className="crumbs">
      <a href="/staff">{m.shared_menu_staff()}</a> /{' '}
      <a href={`/staff/${personId}`} lang="zh-CN">
        {name || m.talent_erased()}
      </a>
      {nested && (
        <>
          {' '}
          / <a href={`/talent/attestations/${personId}`}>{m.talent_attestations()}</a>
        </>
      )}
    </p>
  )
}

/** What was attested: skill and level, when and by which unit, and on what grounds. */
export function AttestedSkill({ attestation }: { attestation: ShownAttestation }) {
  const { skill, level, on, unit, grounds } = attestation
  return (
    <>
      <h2 className="row-title">{m.talent_skill_level({ skill, level: levelNumbered(level) })}</h2>
      <p className="quiet facts">
        <span>{on}</span>
        <span>{unit}</span>
      </p>
      <p className="as-written" lang="zh-CN">
        {grounds}
      </p>
    </>
  )
}

type ChooseProps = {
  personId: string
  ofPost: { value: string; label: string }[]
  choices: SkillChoice[]
}

/** The first question of an attestation: which skill. Its levels are on the next page. */
export function ChooseSkill({ personId, ofPost, choices }: ChooseProps) {
  const groups = [
    { label: m.talent_attestation_of_post(), options: ofPost },
    ...choices.map(({ group, options }) => ({ label: skillGroupWords[group](), options })),
  ].filter(({ options }) => options.length > 0)
  return (
    <section>
      <h2>{m.talent_attest()}</h2>
      <Form method="get" action={`/talent/attestations/${personId}/new`}>
        <div className="field">
          <label htmlFor="f-skill">{m.talent_attestation_skill()}</label>
          <select id="f-skill" name="skill">
            <OptionGroups groups={groups} />
          </select>
        </div>
        <SubmitButton>{m.talent_attestation_next()}</SubmitButton>
      </Form>
    </section>
  )
}
