import { formatDate, formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { capitalised, levelNamed, levelRange, moment } from './words.ts'

type Props = {
  summary: {
    code: string
    name: string
    description: string
    questions: number
    minutes: number
    wanted: number | null
    open: { id: string; answered: number; total: number; closesAt: number } | null
    last: { at: number } | null
    againFrom: number | null
  }
  aspects: { id: string; name: string }[]
  /** What each level means, from 1. */
  levels: string[]
  days: { open: number; retake: number }
  /** Of the evidence that a result leaves. */
  strength: number
  earlier: { id: string; startedAt: number; statement: { from: number; to: number } | null }[]
  timeZone: string
}

/** What a test is, how it goes and what it leaves, before one begins. */
export function IntroductionPage(props: Props) {
  const { summary, days, strength } = props
  const { questions, minutes } = summary
  return (
    <>
      <p className="crumbs">
        <a href="/assessments">{m.assessment_title()}</a>
      </p>
      <div className="two">
        <article className="measure">
          <h1>{summary.name}</h1>
          <p>{summary.description}</p>
          <Contents {...props} />
          <h2>{m.assessment_how()}</h2>
          <ul>
            <li>{m.assessment_how_size({ questions, minutes })}</li>
            <li>{m.assessment_how_stop({ days: days.open })}</li>
            <li>{m.assessment_how_final()}</li>
            <li>{m.assessment_how_unknown()}</li>
            <li>{m.assessment_how_result()}</li>
            <li>{m.assessment_how_again({ days: days.retake })}</li>
          </ul>
          <h2>{m.assessment_means()}</h2>
          <div className="callout">
            <p>{m.assessment_means_diagnostic()}</p>
            <p>{m.assessment_means_record({ strength: formatPercent(strength) })}</p>
          </div>
          <Earlier {...props} />
        </article>
        <aside className="panel">
          <p>
            {m.assessment_size({ questions, minutes })}{' '}
            <span className="tag warn">{m.assessment_diagnostic()}</span>
          </p>
          {summary.wanted !== null && (
            <p>{m.assessment_wanted({ level: levelNamed(summary.wanted) })}</p>
          )}
          <Begin {...props} />
        </aside>
      </div>
    </>
  )
}

function Contents({ aspects, levels }: Props) {
  return (
    <>
      <h2>{m.assessment_covers()}</h2>
      <ul>
        {aspects.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <details>
        <summary>{m.assessment_levels()}</summary>
        <dl>
          {levels.map((text, place) => (
            <div key={text}>
              <dt>{capitalised(levelNamed(place + 1))}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function Begin({ summary, timeZone }: Props) {
  const { open, againFrom, last } = summary
  if (open)
    return (
      <>
        <p>{m.assessment_open_here({ ...open, time: moment(open.closesAt, timeZone) })}</p>
        <a className="button" href={`/attempts/${open.id}`}>
          {m.assessment_go_on()}
        </a>
      </>
    )
  if (againFrom !== null && last) {
    const [end, from] = [last.at, againFrom].map((at) => moment(at, timeZone))
    return <p>{m.assessment_wait({ end: end ?? '', from: from ?? '' })}</p>
  }
  return (
    <Form>
      <SubmitButton>{m.assessment_start()}</SubmitButton>
    </Form>
  )
}

function Earlier({ earlier, timeZone }: Props) {
  if (earlier.length === 0) return null
  return (
    <>
      <h2>{m.assessment_earlier()}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.assessment_begun()}</th>
            <th scope="col">{m.assessment_outcome()}</th>
          </tr>
        </thead>
        <tbody>
          {earlier.map(({ id, startedAt, statement }) => (
            <tr key={id}>
              <td className="date">{formatDate(startedAt, timeZone)}</td>
              <td>
                <a href={`/attempts/${id}/result`}>
                  {statement ? capitalised(levelRange(statement)) : m.assessment_no_result()}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
