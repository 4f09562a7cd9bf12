import { formatNumber, formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelNamed } from './words.ts'

/** What a result leads to and leaves behind. */
export type Outcome = {
  skill: string
  name: string
  attained: number
  /** Whether there was one right answer at least, so that the record holds evidence of it. */
  isEvidence: boolean
  certainty: number
  strength: number
  /** Months until the evidence counts half. */
  halfLife: number
  /** The confidence from which a level stands on the record, and what stands there now. */
  threshold: number
  recorded: { level: number; confidence: number } | null
  model: string
  next: { href: string; courseTitle: string; title: string; minutes: number } | null
  /** From when it can be taken again, in words; null when it can be now. */
  againFrom: string | null
}

/** Beside the result: the next step, then what the record holds of it. */
export function ResultAside(outcome: Outcome) {
  const { next, againFrom } = outcome
  return (
    <aside className="panel">
      <h2>{m.assessment_next()}</h2>
      {next ? (
        <>
          <p>
            {m.assessment_next_module({
              module: next.title,
              minutes: next.minutes,
              course: next.courseTitle,
            })}
          </p>
          <p>
            <a className="button" href={next.href}>
              {m.assessment_next_open()}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{m.assessment_next_none()}</p>
          <p>
            <a className="button plain" href="/courses">
              {m.assessment_to_courses()}
            </a>
          </p>
        </>
      )}
      {againFrom && <p className="quiet">{m.assessment_again_from({ time: againFrom })}</p>}
      <Record {...outcome} />
    </aside>
  )
}

function Record(outcome: Outcome) {
  const { name, attained, certainty, strength, halfLife, threshold, recorded, model } = outcome
  const figure = (value: number) => formatNumber(value, 2)
  if (!outcome.isEvidence) {
    return (
      <>
        <h3>{m.assessment_left()}</h3>
        <p>{m.assessment_left_nothing()}</p>
      </>
    )
  }
  return (
    <>
      <h3>{m.assessment_left()}</h3>
      <p>{m.assessment_left_evidence({ skill: name, level: levelNamed(attained) })}</p>
      <div className="quiet">
        <p>{m.assessment_left_level({ certainty: formatPercent(certainty) })}</p>
        <p>{m.assessment_left_strength({ strength: figure(strength), months: halfLife })}</p>
        <p>
          {recorded
            ? m.assessment_left_recorded({
                level: levelNamed(recorded.level),
                confidence: figure(recorded.confidence),
              })
            : m.assessment_left_thin({ threshold: figure(threshold) })}
        </p>
        <p>{m.assessment_left_model({ version: model })}</p>
      </div>
      <p>
        <a href="/record">{m.assessment_to_record()}</a>
      </p>
    </>
  )
}
