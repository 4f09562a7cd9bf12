import { AnswerFields } from '#app/assessment/ui/question/answer-fields.tsx'
import { Prompt } from '#app/assessment/ui/question/prompt.tsx'
import { questionKey } from '#app/learning/domain/completion.ts'
import type { QuestionView } from '#app/learning/domain/lesson-view.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { AnsweredQuestion, Verdict } from './answered-question.tsx'

/** An answer that could not be read, with what was sent. */
export type SentAnswer = FormState & { quizId: string; questionId: string }

type Props = { view: QuestionView; timeZone: string; sent: SentAnswer | undefined }

/** Where a check stands in its page, so that an answer comes back to it. */
export function checkAnchor(quizId: string, questionId: string): string {
  return `check-${quizId}-${questionId}`
}

type AskProps = { view: QuestionView; anchor: string; sent: SentAnswer | undefined }

function Ask({ view, anchor, sent }: AskProps) {
  const { quizId, questionId, attempt, question } = view
  return (
    <Form state={sent} action={`#${anchor}`}>
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
}

/** A form, not a link: what is filled in of other checks is kept when a form is sent. */
function Again({ quizId, questionId, anchor }: Record<'quizId' | 'questionId' | 'anchor', string>) {
  return (
    <form method="get" action={`#${anchor}`}>
      <SubmitButton kind="plain" name="again" value={questionKey(quizId, questionId)}>
        {m.learning_answer_again()}
      </SubmitButton>
    </form>
  )
}

/**
 * One question of a check: a form that works by itself, or, once answered, the question as it was
 * answered with what that says back, until the learner wants to answer again.
 */
export function Check({ view, timeZone, sent }: Props) {
  const { quizId, questionId, attempt, answered, shown, asks } = view
  const anchor = checkAnchor(quizId, questionId)
  const mine = sent?.quizId === quizId && sent.questionId === questionId ? sent : undefined
  return (
    <section className="check" id={anchor} data-keep={`${anchor}-${attempt}`}>
      <h2 className="visually-hidden">{m.learning_check()}</h2>
      {!answered || asks || mine ? (
        <>
          {answered && !answered.review && <Verdict answered={answered} timeZone={timeZone} />}
          <Ask view={view} anchor={anchor} sent={mine} />
        </>
      ) : (
        <>
          <AnsweredQuestion answered={answered} shown={shown} timeZone={timeZone} />
          <Again quizId={quizId} questionId={questionId} anchor={anchor} />
        </>
      )}
    </section>
  )
}
