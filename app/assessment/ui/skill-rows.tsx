import { formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelNamed, levelRange, moment } from './words.ts'

/** A skill as the list needs it; times are UTC ms. */
type Row = {
  code: string
  name: string
  description: string
  questions: number
  minutes: number
  wanted: number | null
  open: { id: string; answered: number; total: number; closesAt: number } | null
  last: { id: string; at: number; from: number; to: number } | null
  againFrom: number | null
}

/** The skills that can be tested, each with how the reader stands with it. */
export function SkillRows({ skills, timeZone }: { skills: Row[]; timeZone: string }) {
  return (
    <ul className="rows panel">
      {skills.map((skill) => (
        <li key={skill.code}>
          <div className="spread">
            <h3>
              <a href={`/assessments/${skill.code}`}>{skill.name}</a>
            </h3>
            {skill.wanted !== null && (
              <span className="tag">
                {m.assessment_wanted({ level: levelNamed(skill.wanted) })}
              </span>
            )}
          </div>
          <p>{skill.description}</p>
          <Standing skill={skill} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  )
}

function Standing({ skill, timeZone }: { skill: Row; timeZone: string }) {
  const { open, last, againFrom, questions, minutes } = skill
  return (
    <>
      <p className="spread quiet">
        <span>{m.assessment_size({ questions, minutes })}</span>
        {!last && !open && <span>{m.assessment_never()}</span>}
      </p>
      {last && (
        <p>
          {m.assessment_last({ date: formatDate(last.at, timeZone), level: levelRange(last) })}{' '}
          <a href={`/attempts/${last.id}/result`}>{m.assessment_see_result()}</a>
        </p>
      )}
      {open && (
        <p>
          {m.assessment_open_until({ ...open, time: moment(open.closesAt, timeZone) })}{' '}
          <a href={`/attempts/${open.id}`}>{m.assessment_go_on()}</a>
        </p>
      )}
      {againFrom !== null && (
        <p className="quiet">{m.assessment_again_from({ time: moment(againFrom, timeZone) })}</p>
      )}
    </>
  )
}
