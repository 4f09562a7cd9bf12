import type { Step } from '#app/learning/domain/completion.ts'
import { formatMoment } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { checkAnchor } from './check.tsx'

type Props = {
  steps: Step[]
  savedAt: number
  completedAt: number | null
  hours: number
  timeZone: string
}

const anchorOf = (step: Step) =>
  step.kind === 'lab' ? `#lab-${step.lab}` : `#${checkAnchor(step.quizId, step.questionId)}`

type KindProps = { steps: Step[]; words: (count: { done: number; total: number }) => string }

/** How far one is with the steps of one kind; leads to the first that is not done. */
function Kind({ steps, words }: KindProps) {
  if (steps.length === 0) return null
  const open = steps.find(({ done }) => !done)
  const label = words({ done: steps.filter(({ done }) => done).length, total: steps.length })
  return (
    <li className={open ? 'open' : 'pass'}>
      {open ? <a href={anchorOf(open)}>{label}</a> : label}
    </li>
  )
}

/** The rule for completing the module, how far one is, and what is saved where. */
export function LessonAside({ steps, savedAt, completedAt, hours, timeZone }: Props) {
  const when = (at: number) => formatMoment(at, timeZone)
  return (
    <aside aria-label={m.learning_to_complete()}>
      <section className="panel small">
        <h2>{m.learning_to_complete()}</h2>
        <ul className="results">
          <Kind
            steps={steps.filter(({ kind }) => kind === 'question')}
            words={m.learning_questions_done}
          />
          <Kind steps={steps.filter(({ kind }) => kind === 'lab')} words={m.learning_labs_done} />
        </ul>
        <p className="quiet">{m.learning_rule()}</p>
        {completedAt ? (
          <p className="saved">{m.learning_completed_at({ time: when(completedAt), hours })}</p>
        ) : (
          <p className="quiet saved">{m.learning_saved_on_server({ time: when(savedAt) })}</p>
        )}
      </section>
    </aside>
  )
}
