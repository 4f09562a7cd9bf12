import { QuestionFields } from '#app/assessment/ui/question-fields.tsx'
import type { QuestionView } from '#app/learning/domain/lesson-view.ts'
import { formatTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

type Sent = { quizId: string; questionId: string; error: string; typed: Record<string, string[]> }

type Props = { view: QuestionView; timeZone: string; sent: Sent | undefined }

/** Where a check stands in its page, so that an answer comes back to it. */
export function checkAnchor(quizId: string, questionId: string): string {
  return `check-${quizId}-${questionId}`
}

function Answered({
  answered,
  timeZone,
}: {
  answered: NonNullable<QuestionView['answered']>
  timeZone: string
}) {
  const { correct, feedback, at } = answered
  return (
    <div className={correct ? 'feedback right' : 'feedback wrong'} role="status">
      <p className="verdict">{correct ? m.learning_answer_right() : m.learning_answer_wrong()}</p>
      {feedback.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="quiet saved">{m.learning_saved_at({ time: formatTime(at, timeZone) })}</p>
    </div>
  )
}

/** One question of a check: a form that works by itself, and what the last answer said back. */
export function Check({ view, timeZone, sent }: Props) {
  const { quizId, questionId, attempt, question, answered, shown } = view
  const mine = sent?.quizId === quizId && sent.questionId === questionId ? sent : undefined
  const form = (
    <form method="post" action={`#${checkAnchor(quizId, questionId)}`} noValidate>
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <input type="hidden" name="quiz" value={quizId} />
      <input type="hidden" name="question" value={questionId} />
      <input type="hidden" name="attempt" value={attempt} />
      <QuestionFields question={question} typed={mine?.typed} error={mine?.error} />
      <button type="submit" className="button" name="intent" value="answer">
        {m.learning_submit_answer()}
      </button>
    </form>
  )
  return (
    <section className="check" id={checkAnchor(quizId, questionId)} aria-label={m.learning_check()}>
      {answered && <Answered answered={answered} timeZone={timeZone} />}
      {shown && !mine ? (
        <details>
          <summary>{m.learning_practise_again()}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </section>
  )
}
