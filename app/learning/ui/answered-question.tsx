import type { Slip } from '#app/assessment/domain/grade.ts'
import type { Review, ReviewedPart } from '#app/assessment/domain/review.ts'
import { InlineText, Prompt } from '#app/assessment/ui/question/prompt.tsx'
import type { QuestionView } from '#app/learning/domain/lesson-view.ts'
import { formatTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

type Answered = NonNullable<QuestionView['answered']>

function verdictWords({ correct, review }: Answered): string {
  if (correct) return m.learning_answer_right()
  const missing = review?.missing ?? 0
  const isAllRight = review?.parts.every(({ slip }) => !slip)
  return missing > 0 && isAllRight
    ? m.learning_answer_missing({ count: missing })
    : m.learning_answer_wrong()
}

/** Whether the latest answer was right, what it is told as a whole, and when it was saved. */
export function Verdict({ answered, timeZone }: { answered: Answered; timeZone: string }) {
  const { correct, review, at } = answered
  const missing = review?.parts.some(({ slip }) => slip) ? review.missing : 0
  return (
    <div className={correct ? 'feedback right' : 'feedback wrong'} role="status">
      <p className="verdict">{verdictWords(answered)}</p>
      {review?.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {missing > 0 && <p>{m.learning_answer_also_missing({ count: missing })}</p>}
      {!review && <p>{m.learning_answer_of_older()}</p>}
      <p className="quiet saved">{m.learning_saved_at({ time: formatTime(at, timeZone) })}</p>
    </div>
  )
}

const slips = {
  // Never shown: which choices were left out is not told.
  missed: () => '',
  mistaken: m.learning_slip_mistaken,
  misplaced: m.learning_slip_misplaced,
  mismatched: m.learning_slip_mismatched,
} satisfies Record<Slip, () => string>

function stateOf({ mine, slip }: ReviewedPart): 'open' | 'pass' | 'fail' {
  if (!mine) return 'open'
  return slip ? 'fail' : 'pass'
}

function Part({ part, isChoice }: { part: ReviewedPart; isChoice: boolean }) {
  const { text, mine, paired, slip, comments } = part
  return (
    <li className={stateOf(part)}>
      <div>
        <InlineText text={text} />
        {paired && (
          <>
            {' → '}
            <InlineText text={paired} />
          </>
        )}{' '}
        {mine && isChoice && <span className="tag">{m.learning_answer_mine()}</span>}{' '}
        {slip && <span className="tag warn">{slips[slip]()}</span>}
        {mine && !slip && <span className="visually-hidden">{m.learning_part_right()}</span>}
        {comments.map((comment) => (
          <p key={comment} className="explanation">
            {comment}
          </p>
        ))}
      </div>
    </li>
  )
}

function Parts({ type, parts }: Review) {
  if (parts.length === 0) return null
  const List = type === 'order' ? 'ol' : 'ul'
  return (
    <List className="results answered">
      {parts.map((part) => (
        <Part key={part.key} part={part} isChoice={type === 'single' || type === 'multiple'} />
      ))}
    </List>
  )
}

type Props = { answered: Answered; shown: boolean; timeZone: string }

/** A question as it was answered, each comment beside what it speaks of. */
export function AnsweredQuestion({ answered, shown, timeZone }: Props) {
  const { correct, review } = answered
  return (
    <>
      <Verdict answered={answered} timeZone={timeZone} />
      {review && (
        <>
          <Prompt text={review.prompt} />
          {review.typed !== null && <p>{m.learning_answer_typed({ answer: review.typed })}</p>}
          <Parts {...review} />
        </>
      )}
      {shown && !correct && <p className="quiet">{m.learning_answer_right_before()}</p>}
    </>
  )
}
