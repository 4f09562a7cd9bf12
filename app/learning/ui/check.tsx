import { AnswerFields } from '#app/assessment/ui/question/answer-fields.tsx'
import { Prompt } from '#app/assessment/ui/question/prompt.tsx'
import type { QuestionView } from '#app/learning/domain/lesson-view.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { formatTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'

/** An answer that could not be read, with what was sent. */
export type SentAnswer = FormState & { quizId: string; questionId: string }

type Props = { view: QuestionView; timeZone: string; sent: SentAnswer | undefined }

/** Where a check stands in its page, so that an answer comes back to it. */
export function checkAnchor(quizId: string, questionId: string): string {
  return `check-${quizId}-${questionId}`
}

type Answered = NonNullable<QuestionView['answered']>

function Feedback({ answered, timeZone }: { answered: Answered; timeZone: string }) {
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
  const anchor = checkAnchor(quizId, questionId)
  const mine = sent?.quizId === quizId && sent.questionId === questionId ? sent : undefined
  const form = (
    <Form state={mine} action={`#${anchor}`}>
      <input type="hidden" name="quiz" value={quizId} />
      <input type="hidden" name="question" value={questionId} />
      <input type="hidden" name="attempt" value={attempt} />
      <Prompt id={`prompt-${anchor}`} text={question.prompt} />
      <AnswerFields question={question} given={{}} />
      <SubmitButton name="intent" value="answer">
        {m.learning_submit_answer()}
      </SubmitButton>
    </Form>
  )
  return (
    <section className="check" id={anchor}>
      <h2 className="visually-hidden">{m.learning_check()}</h2>
      {answered && <Feedback answered={answered} timeZone={timeZone} />}
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
