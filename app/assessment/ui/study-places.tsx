import type { Place } from '#app/assessment/domain/study.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelNamed } from './words.ts'

function PlaceRow({ place }: { place: Place }) {
  const { kind, href, title, minutes, course, level, done } = place
  const words = { minutes, course, level: levelNamed(level) }
  return (
    <li>
      <a href={href}>{title}</a>{' '}
      {done && <span className="tag good">{m.assessment_study_done()}</span>}
      <br />
      <span className="quiet">
        {kind === 'lab' ? m.assessment_study_lab(words) : m.assessment_study_module(words)}
      </span>
    </li>
  )
}

/** The modules and labs that teach a tested skill, whether or not they would raise the record. */
export function StudyPlaces({ skill, places }: { skill: string; places: Place[] }) {
  if (places.length === 0) return null
  return (
    <>
      <h3>{m.assessment_study_where({ skill })}</h3>
      <ul className="study-places">
        {places.map((place) => (
          <PlaceRow key={place.href} place={place} />
        ))}
      </ul>
    </>
  )
}
