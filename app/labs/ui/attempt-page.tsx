import type { ShownAttempt } from '#app/labs/present-attempt.server.ts'
import type { LabHead } from '#app/labs/present-lab.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { reachable } from '#app/shared/ui/wide.tsx'
import { AnswersResult } from './answers-result.tsx'
import { LabHeading } from './lab-page.tsx'
import { PassedWords } from './passed-words.tsx'
import { GradeResult } from './sql-result.tsx'

type Props = { head: LabHead; attempt: ShownAttempt; done: string | null }

function wayOn({ passed, result }: ShownAttempt): string {
  if (result.runtime === 'sql') return m.labs_back_to_lab()
  return passed ? m.labs_practise_more() : m.labs_try_again()
}

/** One submission of the reader's own: its result and what was submitted. */
export function AttemptPage({ head, attempt, done }: Props) {
  const { passed, at, result, submission } = attempt
  return (
    <article className="measure">
      <LabHeading head={head} title={m.labs_attempt_title({ title: head.title })} passed={passed} />
      {done === 'already' && <Notice kind="warn">{m.labs_already()}</Notice>}
      {passed && (
        <Notice kind="done">
          <PassedWords completed={done === 'completed'} course={head.course.path} />
        </Notice>
      )}
      <h2>{passed ? m.labs_result_passed() : m.labs_result_failed()}</h2>
      <p className="quiet">{m.labs_result_at({ at })}</p>
      {result.runtime === 'sql' ? (
        <>
          <GradeResult result={result} />
          <h2>{m.labs_submitted_query()}</h2>
          {submission === '' ? (
            <p>{m.labs_submission_gone()}</p>
          ) : (
            <pre {...reachable}>
              <code>{submission}</code>
            </pre>
          )}
        </>
      ) : (
        <AnswersResult result={result} />
      )}
      <p>
        <a className="button" href={head.path}>
          {wayOn(attempt)}
        </a>
      </p>
    </article>
  )
}
