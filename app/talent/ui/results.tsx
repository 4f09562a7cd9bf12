import { m } from '#app/shared/i18n/messages.ts'
import { HowToRead } from '#app/shared/ui/how-to-read.tsx'
import { levelNumbered } from '#app/shared/ui/level.ts'
import { MatchLine } from '#app/shared/ui/match-line.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import type { ShownGap, ShownResult } from '#app/talent/domain/shown.ts'
import { leastShown, type ShownCount } from '#app/talent/domain/suppression.ts'
import { PersonFacts, personTitle, Skills, Terms } from './person.tsx'

export type SearchAnswer = {
  place: SearchPlace
  purpose: string
  /** The query string of this page, which a person's page keeps for the way back. */
  here: string
  count: ShownCount
  /** What of the need was not asked so finely: county, kind of staff (in which places), day. */
  coarse: { anyCounty: boolean; anyKindIn: string[]; byMonth: boolean } | undefined
  results: ShownResult[]
  page: number
  pages: number
  /** Query strings of the pages before and after this one. */
  previous: string | undefined
  next: string | undefined
  near: { count: ShownCount; results: ShownResult[] } | undefined
}

function headline(count: ShownCount): string {
  if (count.kind === 'too-few') return m.talent_search_too_few()
  if (count.count === 0) return m.talent_search_found_none()
  return count.kind === 'exact'
    ? m.talent_search_found_exact({ count: count.count })
    : m.talent_search_found_about({ count: count.count })
}

function nearHeadline(count: ShownCount): string {
  if (count.kind === 'too-few') return m.talent_search_near_too_few()
  return count.kind === 'exact'
    ? m.talent_search_near_exact({ count: count.count })
    : m.talent_search_near_about({ count: count.count })
}

/** What a search answers: how many, who, and under the list those who are one must short. */
export function Results({ answer }: { answer: SearchAnswer }) {
  const { count, place, purpose, here, results, near } = answer
  return (
    <>
      <h2>{headline(count)}</h2>
      <Explanation count={count} place={place} />
      {answer.coarse && <NotApplied coarse={answer.coarse} />}
      {results.length > 0 && (
        <>
          <p className="quiet">{m.talent_search_logged({ purpose })}</p>
          <HowToRead />
          <List results={results} here={here} />
          <Pages answer={answer} />
        </>
      )}
      {near && <NearMisses near={near} here={here} />}
    </>
  )
}

function Explanation({ count, place }: { count: ShownCount; place: SearchPlace }) {
  if (count.kind === 'too-few') return <p>{m.talent_search_too_few_text()}</p>
  if (count.count === 0) return <p>{m.talent_search_none_todo()}</p>
  return (
    <p className="quiet">
      {place === 'own' ? m.talent_search_own_note() : m.talent_search_rounded()}
    </p>
  )
}

/** Conditions that would tell people apart, and what the list says instead. */
function NotApplied({ coarse }: { coarse: NonNullable<SearchAnswer['coarse']> }) {
  const { anyCounty, anyKindIn, byMonth } = coarse
  const places = anyKindIn.join(m.talent_list_separator())
  if (!anyCounty && !byMonth && anyKindIn.length === 0) return null
  return (
    <Notice kind="warn">
      {anyCounty && <p>{m.talent_search_any_county({ least: leastShown })}</p>}
      {anyKindIn.length > 0 && <p>{m.talent_search_any_kind({ places, least: leastShown })}</p>}
      {byMonth && <p>{m.talent_search_by_month()}</p>}
    </Notice>
  )
}

function List({ results, here }: { results: ShownResult[]; here: string }) {
  return (
    <ul className="rows panel">
      {results.map(({ person, match, gap }) => (
        <li className="person" key={person.code}>
          <div>
            <h3>{personTitle(person)}</h3>
            <PersonFacts person={person} />
          </div>
          <div className="score">
            <MatchLine match={match} />
            <br />
            <a className="quiet" href={`/talent/people/${person.code}?${here}`}>
              {m.talent_search_sees()}
              <span className="visually-hidden"> {personTitle(person)}</span>
            </a>
          </div>
          {gap && <Gap gap={gap} />}
          <Skills skills={person.skills} />
          <Terms match={match} />
        </li>
      ))}
    </ul>
  )
}

function Gap({ gap }: { gap: ShownGap }) {
  const { skill, wanted, module, test } = gap
  return (
    <p className="gap">
      <span className="tag warn">
        {m.talent_search_lacks({ skill, level: levelNumbered(wanted) })}
      </span>{' '}
      {module && (
        <a href={`/courses/${module.course}`}>
          {m.talent_remedy_module({
            course: module.courseTitle,
            number: module.number,
            module: module.title,
          })}
        </a>
      )}
      {!module && (test ? m.talent_remedy_test() : m.talent_remedy_none())}
    </p>
  )
}

type NearProps = { near: NonNullable<SearchAnswer['near']>; here: string }

function NearMisses({ near, here }: NearProps) {
  const { count, results } = near
  if (count.kind !== 'too-few' && count.count === 0) return null
  return (
    <>
      <h2>{m.talent_search_near()}</h2>
      <p className="quiet">{nearHeadline(count)}</p>
      {results.length > 0 && <List results={results} here={here} />}
    </>
  )
}

function Pages({ answer: { page, pages, previous, next } }: { answer: SearchAnswer }) {
  if (pages < 2) return null
  return (
    <nav className="actions">
      {previous && <a href={`/talent?${previous}#results`}>{m.talent_search_previous()}</a>}
      <span className="quiet">{m.talent_search_page({ page, pages })}</span>
      {next && <a href={`/talent?${next}#results`}>{m.talent_search_next()}</a>}
    </nav>
  )
}
