import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

type Props = {
  steps: { kind: 'question' | 'lab'; done: boolean }[]
  savedAt: number
  completedAt: number | null
  hours: number
  timeZone: string
}

/** The rule for completing the module, how far one is, and what is saved where. */
export function LessonAside({ steps, savedAt, completedAt, hours, timeZone }: Props) {
  const count = (kind: 'question' | 'lab') => {
    const all = steps.filter((step) => step.kind === kind)
    return { done: all.filter(({ done }) => done).length, total: all.length }
  }
  const [questions, labs] = [count('question'), count('lab')]
  const when = (at: number) => `${formatDateTime(at, timeZone)} (${zoneName(timeZone)})`
  return (
    <aside aria-label={m.learning_to_complete()}>
      <section className="panel small">
        <h2>{m.learning_to_complete()}</h2>
        <ul className="results">
          {questions.total > 0 && (
            <li className={questions.done === questions.total ? 'pass' : 'open'}>
              {m.learning_questions_done(questions)}
            </li>
          )}
          {labs.total > 0 && (
            <li className={labs.done === labs.total ? 'pass' : 'open'}>
              {m.learning_labs_done(labs)}
            </li>
          )}
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
