import { isBelowRecord } from '#app/assessment/domain/result.ts'
import type { Place } from '#app/assessment/domain/study.ts'
import { formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { levelNamed } from './words.ts'

/** What raises the record from here, with what it would say then; null when nothing published does. */
type Next = {
  raise: {
    kind: 'module' | 'lab'
    href: string
    title: string
    minutes: number
    course: string
    /** Labs within a module that are still to pass. */
    labs: number
    level: number
    confidence: number
  } | null
  /** Where the skill can be studied, what is not done first. */
  study: Place[]
}

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
  /** The levels that the result names. */
  statement: { from: number; to: number }
  model: string
  next: Next
  /** From when it can be taken again, in words; null when it can be now. */
  againFrom: string | null
}

type Offered = Pick<NonNullable<Next['raise']>, 'kind' | 'title' | 'minutes' | 'course' | 'labs'>

function whatNext({ kind, title, minutes, course, labs }: Offered): string {
  const words = { title, minutes, course }
  if (kind === 'lab') return m.assessment_next_lab(words)
  return labs > 0 ? m.assessment_next_module_with_lab(words) : m.assessment_next_module(words)
}

type NoRaiseProps = { study: Place[]; isWeak: boolean; attained: number }

/**
 * Nothing raises the record: then what is worth doing is what the result says is to be learnt, where it
 * is not far below what the result found.
 */
function NoRaise({ study, isWeak, attained }: NoRaiseProps) {
  const [first] = study
  if (!first) return <p>{m.assessment_next_untaught()}</p>
  const { kind, title, minutes, course, href, level } = first
  return (
    <>
      {isWeak && level >= attained - 1 && (
        <>
          <p>
            {first.done
              ? m.assessment_next_read_again({ title, course })
              : whatNext({ kind, title, minutes, course, labs: first.labs.length })}
          </p>
          <p>
            <a className="button" href={href}>
              {kind === 'lab' ? m.assessment_next_open_lab() : m.assessment_next_open()}
            </a>
          </p>
        </>
      )}
      <p>{m.assessment_next_stronger()}</p>
    </>
  )
}

function NextStep({ raise, study, isWeak, attained }: Next & Omit<NoRaiseProps, 'study'>) {
  if (!raise) return <NoRaise study={study} isWeak={isWeak} attained={attained} />
  const { kind, href, level, confidence } = raise
  return (
    <>
      <p>{whatNext(raise)}</p>
      <p>
        {level > 0
          ? m.assessment_next_after({
              level: levelNamed(level),
              confidence: formatPercent(confidence),
            })
          : m.assessment_next_towards()}
      </p>
      <p>
        <a className="button" href={href}>
          {kind === 'lab' ? m.assessment_next_open_lab() : m.assessment_next_open()}
        </a>
      </p>
    </>
  )
}

/** Beside the result: the next step, then what the record holds of it. */
export function ResultAside(outcome: Outcome & { isWeak: boolean }) {
  const { next, againFrom, isWeak, attained } = outcome
  return (
    <aside className="panel">
      <h2>{m.assessment_next()}</h2>
      <NextStep {...next} isWeak={isWeak} attained={attained} />
      {againFrom && <p className="quiet">{m.assessment_again_from({ time: againFrom })}</p>}
      <Record {...outcome} />
    </aside>
  )
}

/** How a result that is lower than the record stands to it. */
function Contradiction({ recorded, statement }: Outcome) {
  if (!recorded || !isBelowRecord(statement, recorded)) return null
  return (
    <p>
      {m.assessment_left_higher({
        level: levelNamed(recorded.level),
        confidence: formatPercent(recorded.confidence),
      })}
    </p>
  )
}

function thinWords({ threshold, next }: Outcome): string {
  const words = { threshold: formatPercent(threshold) }
  return next.study.some(({ done }) => !done)
    ? m.assessment_left_thin(words)
    : m.assessment_left_thin_only(words)
}

function Record(outcome: Outcome) {
  const { name, attained, certainty, strength, halfLife, threshold, recorded, model } = outcome
  if (!outcome.isEvidence) {
    return (
      <>
        <h3>{m.assessment_left()}</h3>
        <p>{m.assessment_left_nothing()}</p>
        <Contradiction {...outcome} />
      </>
    )
  }
  return (
    <>
      <h3>{m.assessment_left()}</h3>
      <p>{m.assessment_left_evidence({ skill: name, level: levelNamed(attained) })}</p>
      <Contradiction {...outcome} />
      <div className="quiet">
        <p>{m.assessment_left_level({ certainty: formatPercent(certainty) })}</p>
        <p>{m.assessment_left_strength({ strength: formatPercent(strength), months: halfLife })}</p>
        <p>
          {recorded
            ? m.assessment_left_recorded({
                level: levelNamed(recorded.level),
                confidence: formatPercent(recorded.confidence),
              })
            : thinWords(outcome)}
        </p>
        {recorded && recorded.level < attained && (
          <p>
            {m.assessment_left_lower({
              strength: formatPercent(strength),
              threshold: formatPercent(threshold),
            })}
          </p>
        )}
        <p>{m.assessment_left_model({ version: model })}</p>
      </div>
      <p>
        <a href="/record">{m.assessment_to_record()}</a>
      </p>
    </>
  )
}
