import type { Tier } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Dots } from '#app/shared/ui/dots.tsx'
import { evidenceName } from '#app/shared/ui/evidence.ts'
import { HowToRead } from '#app/shared/ui/how-to-read.tsx'
import { levelNumbered } from '#app/shared/ui/level.ts'
import { MatchLine } from '#app/shared/ui/match-line.tsx'
import { tierWords } from '#app/shared/ui/organisation-words.ts'
import { whiteHatRoleWords } from '#app/shared/ui/talent-words.ts'
import type { EvidenceKind } from '#app/talent/domain/evidence.ts'
import { languageOf } from '#app/talent/domain/shown.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { quarterWords } from './words.ts'

type Tally = { met: number; of: number }
type MaskedSkill = {
  name: string
  level: number
  /** The kind of the evidence where one can be given, and its quarter at the earliest. */
  kind: EvidenceKind | null
  quarter: number
}
type MaskedWhiteHat = {
  codeName: string
  role: WhiteHatRole
  tier: Tier | null
  place: string
  match: { must: Tally; nice: Tally }
  lacks: { skill: string; level: number } | undefined
  skills: MaskedSkill[]
}

export type WhiteHatAnswer = {
  purpose: string
  count: number
  nearCount: number
  page: number
  pages: number
  previous: string | undefined
  next: string | undefined
  results: MaskedWhiteHat[]
  near: MaskedWhiteHat[]
}

/** Who of the masked pool meets the need, under code names. */
export function WhiteHatResults({ answer }: { answer: WhiteHatAnswer }) {
  const { count, purpose, results, near, nearCount } = answer
  return (
    <>
      <h2>{count === 0 ? m.talent_search_found_none() : m.talent_search_found_exact({ count })}</h2>
      <p className="quiet">
        {m.white_hat_search_masked()} {m.white_hat_search_count()}{' '}
        {m.white_hat_search_logged({ purpose })}
      </p>
      {count === 0 ? <p>{m.white_hat_search_none_todo()}</p> : <HowToRead />}
      {count > 0 && <List found={results} />}
      <Pages answer={answer} />
      {near.length > 0 && (
        <>
          <h2>{m.talent_search_near()}</h2>
          <p className="quiet">{m.talent_search_near_exact({ count: nearCount })}</p>
          <List found={near} />
        </>
      )}
      {count + nearCount > 0 && <NextStep />}
    </>
  )
}

/** What a code name is good for while nobody can be reached by it. */
function NextStep() {
  return (
    <section className="measure">
      <h2>{m.white_hat_search_next_title()}</h2>
      <p>{m.white_hat_search_next_contact()}</p>
      <p>{m.white_hat_search_next_do()}</p>
    </section>
  )
}

function List({ found }: { found: MaskedWhiteHat[] }) {
  return (
    <ul className="rows panel">
      {found.map(({ codeName, role, tier, place, match, lacks, skills }) => (
        <li className="person" key={codeName}>
          <div>
            <h3>{m.white_hat_code_name({ codeName })}</h3>
            <p className="quiet facts">
              <span>{whiteHatRoleWords[role]()}</span>
              {place && <span lang={languageOf(place)}>{place}</span>}
              {tier && <span>{tierWords[tier]()}</span>}
            </p>
          </div>
          <div className="score">
            <MatchLine match={match} />
          </div>
          {lacks && (
            <p className="gap">
              <span className="tag warn">
                {m.talent_search_lacks({ skill: lacks.skill, level: levelNumbered(lacks.level) })}
              </span>
            </p>
          )}
          <div className="skills">
            {skills.length === 0 && m.talent_no_skills()}
            {skills.map((skill) => (
              <Skill key={skill.name} skill={skill} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Skill({ skill: { name, level, kind, quarter } }: { skill: MaskedSkill }) {
  return (
    <span>
      {m.talent_skill_level({ skill: name, level: levelNumbered(level) })}{' '}
      <Dots count={level} of={4} label={m.talent_skill_dots({ level })} />{' '}
      <span className="quiet">
        {kind && evidenceName(kind, false)} {quarterWords(quarter)}
      </span>
    </span>
  )
}

function Pages({ answer: { page, pages, previous, next } }: { answer: WhiteHatAnswer }) {
  if (pages < 2) return null
  return (
    <nav className="actions">
      {previous && <a href={`/white-hat?${previous}#results`}>{m.talent_search_previous()}</a>}
      <span className="quiet">{m.talent_search_page({ page, pages })}</span>
      {next && <a href={`/white-hat?${next}#results`}>{m.talent_search_next()}</a>}
    </nav>
  )
}
