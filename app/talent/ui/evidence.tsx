import { m } from '#app/shared/i18n/messages.ts'
import { Dots } from '#app/shared/ui/dots.tsx'
import { evidenceName } from '#app/shared/ui/evidence.ts'
import { levelNumbered } from '#app/shared/ui/level.ts'
import type { ShownEvidence } from '#app/talent/domain/shown.ts'
import { monthOf, strengthWords } from './words.ts'

type EvidencedSkill = { name: string; level: number | undefined; evidence: ShownEvidence[] }

/** One skill with every piece of evidence: kind, level, month and how much it counts. */
function SkillEvidence({ name, level, evidence }: EvidencedSkill) {
  return (
    <section className="panel">
      <h3>
        {level === undefined
          ? name
          : m.talent_skill_level({ skill: name, level: levelNumbered(level) })}{' '}
        {level !== undefined && (
          <Dots count={level} of={4} label={m.talent_skill_dots({ level })} />
        )}
      </h3>
      {level === undefined && <p className="quiet">{m.talent_person_below_level()}</p>}
      <ul className="plain-list">
        {evidence.map((one) => (
          <li className="facts" key={`${one.at} ${one.kind} ${one.level}`}>
            <span>{evidenceName(one.kind, one.diagnostic)}</span>
            <span>{levelNumbered(one.level)}</span>
            <span className="quiet date">{monthOf(one.at)}</span>
            <span className="quiet">
              {m.talent_person_evidence_strength({ strength: strengthWords[one.strength]() })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All of a person's evidence by skill, as every page that opens it shows it. */
export function AllEvidence({ skills }: { skills: EvidencedSkill[] }) {
  return (
    <>
      {skills.length === 0 && <p>{m.talent_no_skills()}</p>}
      <div className="stack">
        {skills.map((skill) => (
          <SkillEvidence key={skill.name} {...skill} />
        ))}
      </div>
      <EvidenceNotes />
    </>
  )
}

/** How to read the tables above: weight, months, and what 'diagnostic' means. */
function EvidenceNotes() {
  return (
    <p className="quiet">
      {m.talent_person_strength_note()} {m.talent_diagnostic_note()}
    </p>
  )
}
