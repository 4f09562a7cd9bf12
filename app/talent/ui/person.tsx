import { m } from '#app/shared/i18n/messages.ts'
import { Dots } from '#app/shared/ui/dots.tsx'
import { evidenceName } from '#app/shared/ui/evidence.ts'
import { levelNumbered } from '#app/shared/ui/level.ts'
import { tierWords } from '#app/shared/ui/organisation-words.ts'
import { Wide } from '#app/shared/ui/wide.tsx'
import {
  languageOf,
  type ShownMatch,
  type ShownPerson,
  type ShownSkill,
} from '#app/talent/domain/shown.ts'
import { contractLine, monthOf } from './words.ts'

/** What stands for a person: the name in the own unit, the code elsewhere. */
export function personTitle({ code, named }: ShownPerson): string {
  if (named) return named.name || m.talent_erased()
  return code ? m.talent_candidate({ code }) : m.talent_registry_preview_code()
}

function availability({ availableFrom }: ShownPerson): string {
  if (availableFrom === null) return m.talent_any_time()
  return m.talent_from_month({ month: monthOf(availableFrom) })
}

/** Where, from when and for what: one quiet paragraph under the name or code. */
export function PersonFacts({ person }: { person: ShownPerson }) {
  const { place, tier, named, contracts } = person
  return (
    <p className="quiet facts">
      {named?.department && <span>{named.department}</span>}
      {named?.grade && <span lang="zh-CN">{named.grade}</span>}
      {place && <span lang={languageOf(place)}>{place}</span>}
      <span>{tierWords[tier]()}</span>
      <span>{availability(person)}</span>
      {contracts.length > 0 && <span>{m.talent_open_to({ kinds: contractLine(contracts) })}</span>}
    </p>
  )
}

/** A skill as a level in words and dots, with the newest evidence behind it. */
export function Skill({ skill }: { skill: ShownSkill }) {
  const { name, level, newest } = skill
  return (
    <span>
      {m.talent_skill_level({ skill: name, level: levelNumbered(level) })}{' '}
      <Dots count={level} of={4} label={m.talent_skill_dots({ level })} />{' '}
      {newest && (
        <span className="quiet">
          {evidenceName(newest.kind, newest.diagnostic)}{' '}
          <span className="date">{monthOf(newest.at)}</span>
        </span>
      )}
    </span>
  )
}

/** All of a person's skills that are shown, or that there are none. */
export function Skills({ skills }: { skills: ShownSkill[] }) {
  if (skills.length === 0) return <p className="quiet skills">{m.talent_no_skills()}</p>
  return (
    <div className="skills">
      {skills.map((skill) => (
        <Skill key={skill.name} skill={skill} />
      ))}
    </div>
  )
}

/** Each term of the need beside what the person holds. */
export function Terms({ match: { terms } }: { match: ShownMatch }) {
  if (terms.length === 0) return null
  return (
    <details>
      <summary>{m.talent_each_term()}</summary>
      <Wide>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.talent_term_skill()}</th>
              <th scope="col">{m.talent_term_wanted()}</th>
              <th scope="col">{m.talent_term_held()}</th>
              <th scope="col">{m.talent_term_met()}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map(({ kind, name, wanted, held, met }) => (
              <tr key={`${kind} ${name}`}>
                <th scope="row">
                  {name}{' '}
                  <span className="quiet">
                    {kind === 'must' ? m.talent_term_must() : m.talent_term_nice()}
                  </span>
                </th>
                <td>{levelNumbered(wanted)}</td>
                <td>{held === undefined ? m.talent_none_held() : levelNumbered(held)}</td>
                <td>{verdict(met, held, wanted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}

function verdict(met: boolean, held: number | undefined, wanted: number): string {
  if (met) return m.talent_yes()
  return held !== undefined && held >= wanted ? m.talent_too_old() : m.talent_no()
}
