import type { Comment, Slip } from '#app/assessment/domain/grade.ts'
import { AnswerFields } from '#app/assessment/ui/question/answer-fields.tsx'
import { InlineText, Prompt } from '#app/assessment/ui/question/prompt.tsx'
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

const slips = {
  missed: m.learning_slip_missed,
  mistaken: m.learning_slip_mistaken,
  misplaced: m.learning_slip_misplaced,
  mismatched: m.learning_slip_mismatched,
} satisfies Record<Slip, () => string>

function CommentLine({ text, about }: Comment) {
  return (
    <p>
      {about && (
        <>
          <span className="quiet">{slips[about.slip]()}</span>{' '}
          <b>
            <InlineText text={about.text} />
          </b>
          <br />
        </>
      )}
      {text}
    </p>
  )
}

function verdict({ correct, feedback }: Answered): string {
  if (correct) return m.learning_answer_right()
  const count = feedback.length
  const onlyMissed = count > 0 && feedback.every(({ about }) => about?.slip === 'missed')
  return onlyMissed ? m.learning_answer_missing({ count }) : m.learning_answer_wrong()
}

function Feedback({ answered, timeZone }: { answered: Answered; timeZone: string }) {
  const { correct, feedback, at } = answered
  return (
    <div className={correct ? 'feedback right' : 'feedback wrong'} role="status">
      <p className="verdict">{verdict(answered)}</p>
      {feedback.map((comment) => (
        <CommentLine key={`${comment.about?.text} ${comment.text}`} {...comment} />
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
    <section className="check" id={anchor} data-keep={`${anchor}-${attempt}`}>
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
