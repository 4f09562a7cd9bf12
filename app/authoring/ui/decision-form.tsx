import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextArea } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { type Return, ReturnList } from './draft-head.tsx'

type Props = {
  revision: number
  isAuthor: boolean
  overtaken: boolean
  hasErrors: boolean
  state: FormState | undefined
  /** What was asked to be changed before, and the reader's time zone. */
  returns: Return[]
  timeZone: string
}

/** The reviewer's word: approve, or say what to change. Those who wrote are told why they may not. */
export function DecisionForm(props: Props) {
  const { revision, isAuthor, overtaken, hasErrors, state, returns, timeZone } = props
  return (
    <section id="decision" className="panel measure">
      <h2>{m.authoring_decision()}</h2>
      {returns.length > 0 && (
        <>
          <h3>{m.authoring_earlier_returns()}</h3>
          <ReturnList returns={returns} timeZone={timeZone} />
        </>
      )}
      {isAuthor ? (
        <Notice kind="warn">{m.authoring_review_author()}</Notice>
      ) : (
        <Form state={state}>
          <input type="hidden" name="revision" value={revision} />
          {overtaken && <Notice kind="warn">{m.authoring_review_overtaken()}</Notice>}
          {hasErrors && <Notice kind="warn">{m.authoring_review_broken()}</Notice>}
          <p>{m.authoring_decision_text()}</p>
          <TextArea
            name="comment"
            rows={4}
            label={m.authoring_comment_label()}
            hint={m.authoring_comment_hint()}
          />
          <div className="actions">
            {!overtaken && !hasErrors && (
              <SubmitButton name="decision" value="approve">
                {m.authoring_approve()}
              </SubmitButton>
            )}
            <SubmitButton kind="plain" name="decision" value="return">
              {m.authoring_return()}
            </SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
