import { formatMoment } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

type Place = { title: string; href: string }

type RowProps = {
  slug: string
  title: string
  completed: number
  total: number
  states: ('on' | 'now' | 'off')[]
  last: Place
  /** The first module not completed, where that is another than the last. */
  next?: Place | undefined
  /** Modules with a newer version than the one that was begun. */
  revised: Place[]
  savedAt: number
  /** That the unit nominated the reader for it. */
  nomination: Nomination | undefined
  timeZone: string
}

/** What the unit nominated somebody for; `due` is '' without a deadline. */
export type Nomination = { course: string; title: string; due: string }

/** That the unit nominated one, and until when. */
function NominationNote({ due }: { due: string }) {
  return (
    <span className="quiet">
      {m.learning_nominated_you()}
      {due && ` · ${m.learning_due({ time: due })}`}
    </span>
  )
}

/** A course that one was nominated for and has not begun. */
export function NominatedRow({ course, title, due }: Nomination) {
  return (
    <li>
      <div className="spread">
        <h3>
          <a href={`/courses/${course}`}>{title}</a>
        </h3>
        <NominationNote due={due} />
      </div>
      <p className="quiet">{m.learning_not_begun()}</p>
    </li>
  )
}

/** A course under way: how far, where one was last, what comes next and what was revised since. */
export function CourseRow({
  slug,
  title,
  completed,
  total,
  states,
  last,
  next,
  revised,
  savedAt,
  nomination,
  timeZone,
}: RowProps) {
  const when = (at: number) => formatMoment(at, timeZone)
  return (
    <li>
      <div className="spread">
        <h3>
          <a href={`/courses/${slug}`}>{title}</a>
        </h3>
        {completed === total ? (
          <span className="tag good">{m.learning_course_done()}</span>
        ) : (
          nomination && <NominationNote due={nomination.due} />
        )}
      </div>
      <div className="evidence" aria-hidden="true">
        {numberedStates(states).map(({ key, state }) => (
          <i key={key} className={state === 'off' ? undefined : state} />
        ))}
      </div>
      <p className="quiet">
        {m.learning_modules_done({ done: completed, total })} · {m.learning_last_at()}{' '}
        <a href={last.href}>{last.title}</a> ·{' '}
        <span className="saved">{m.learning_saved_on_server({ time: when(savedAt) })}</span>
      </p>
      {next && (
        <p>
          {m.learning_next_module()} <a href={next.href}>{next.title}</a>
        </p>
      )}
      {revised.map(({ href, title: module }) => (
        <p key={href}>
          <span className="tag warn">{m.learning_revised()}</span> <a href={href}>{module}</a>
        </p>
      ))}
    </li>
  )
}

// A bar has no identity but its place in the course.
const numberedStates = (states: RowProps['states']) =>
  states.map((state, index) => ({ key: `bar-${index}`, state }))
