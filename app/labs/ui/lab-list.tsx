import type { presentLabs, ShownState } from '#app/labs/present-lab.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelName } from '#app/shared/ui/level.ts'
import { Empty } from '#app/shared/ui/notice.tsx'

type Courses = Awaited<ReturnType<typeof presentLabs>>

function StateTag({ state }: { state: ShownState }) {
  switch (state.kind) {
    case 'passed':
      return <span className="tag good">{m.labs_state_passed({ day: state.day })}</span>
    case 'tried':
      return <span className="tag warn">{m.labs_state_tried()}</span>
    case 'draft':
      return <span className="tag">{m.labs_state_draft({ day: state.day })}</span>
    default:
      return <span className="quiet">{m.labs_state_new()}</span>
  }
}

/** What a lab asks and trains: minutes, then each skill with its level. */
export function LabSize({
  minutes,
  skills,
}: Pick<Courses[number]['labs'][number], 'minutes' | 'skills'>) {
  const named = skills.map(({ name, level }) =>
    m.labs_skill_level({ skill: name, level: levelName(level) }),
  )
  return <span className="quiet">{[m.labs_minutes({ minutes }), ...named].join(' · ')}</span>
}

/** All labs by course, with how far the reader is with each. */
export function LabList({ courses }: { courses: Courses }) {
  return (
    <article className="measure">
      <h1>{m.labs_title()}</h1>
      {courses.length === 0 ? (
        <Empty title={m.labs_empty()}>
          <p>{m.labs_empty_what()}</p>
        </Empty>
      ) : (
        <p>{m.labs_intro()}</p>
      )}
      {courses.map(({ course, title, labs }) => (
        <section key={course}>
          <h2>{title}</h2>
          <ul className="rows panel">
            {labs.map(({ path, title, minutes, skills, state }) => (
              <li key={path}>
                <div className="spread">
                  <h3>
                    <a href={path}>{title}</a>
                  </h3>
                  <StateTag state={state} />
                </div>
                <LabSize minutes={minutes} skills={skills} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}
