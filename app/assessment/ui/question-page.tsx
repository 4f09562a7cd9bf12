import type { Presented } from '#app/assessment/domain/present.ts'
import type { FormFields } from '#app/assessment/domain/response.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { AnswerFields } from './question/answer-fields.tsx'
import { Prompt } from './question/prompt.tsx'

type Props = {
  attemptId: string
  skill: string
  position: number
  total: number
  /** How many are answered. */
  answered: number
  question: Presented
  /** The answer that was saved here, if one was. */
  kept: { unknown: boolean; given: FormFields } | null
  /** The next place without an answer, this one included. */
  next: number | null
  /** When the attempt closes, in words. */
  until: string
  unknownField: string
  state: FormState | undefined
}

/** A question of a test: to answer, or, once answered, to look at again. */
export function QuestionPage(props: Props) {
  const { attemptId, skill, position, total, answered, kept, until } = props
  return (
    <article className="measure">
      <p className="crumbs">
        <a href={`/attempts/${attemptId}`}>{skill}</a>
      </p>
      <div className="spread">
        <h1>{m.assessment_question_of({ position, total })}</h1>
        <p className="quiet">{m.assessment_answered_count({ count: answered })}</p>
      </div>
      {kept && (
        <Notice kind="done">
          <p>{kept.unknown ? m.assessment_kept_unknown() : m.assessment_kept()}</p>
        </Notice>
      )}
      {kept ? <Kept {...props} given={kept.given} /> : <Answer {...props} />}
      <nav className="actions quiet" aria-label={m.assessment_all_questions()}>
        {position > 1 && (
          <a href={`/attempts/${attemptId}/${position - 1}`}>{m.assessment_previous()}</a>
        )}
        <a href={`/attempts/${attemptId}`}>{m.assessment_all_questions()}</a>
      </nav>
      <p className="quiet">{m.assessment_stop_hint({ time: until })}</p>
    </article>
  )
}

function Answer({ question, state, answered, total, unknownField }: Props) {
  const isLast = answered === total - 1
  return (
    <Form state={state}>
      <Prompt text={question.prompt} />
      <AnswerFields question={question} given={{}} />
      <p className="hint">{isLast ? m.assessment_last_hint() : m.assessment_final_hint()}</p>
      <div className="actions">
        <SubmitButton>
          {isLast ? m.assessment_save_last() : m.assessment_save_answer()}
        </SubmitButton>
      </div>
      <details>
        <summary>{m.assessment_unknown()}</summary>
        <p>{m.assessment_unknown_text()}</p>
        <SubmitButton kind="plain" name={unknownField} value="1">
          {m.assessment_unknown_save()}
        </SubmitButton>
      </details>
    </Form>
  )
}

function Kept({ question, attemptId, next, given }: Props & { given: FormFields }) {
  const page = `/attempts/${attemptId}`
  return (
    <>
      <Prompt text={question.prompt} />
      <fieldset disabled>
        <AnswerFields question={question} given={given} />
      </fieldset>
      <div className="actions">
        {next === null ? (
          <a className="button" href={page}>
            {m.assessment_all_questions()}
          </a>
        ) : (
          <a className="button" href={`${page}/${next}`}>
            {m.assessment_go_on_at({ position: next })}
          </a>
        )}
      </div>
    </>
  )
}
