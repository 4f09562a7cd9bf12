import type { QueryAnswer } from '#app/labs/act-on-query.server.ts'
import type { Limits } from '#app/labs/domain/manifest.ts'
import { isSameQuery } from '#app/labs/domain/same-query.ts'
import type { ShownAttempt } from '#app/labs/present-attempt.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextArea } from '#app/shared/ui/form.tsx'
import { reachable } from '#app/shared/ui/wide.tsx'
import { workspaceForm } from './hints.tsx'
import { PassedWords } from './passed-words.tsx'
import { GradeResult, SampleResult } from './sql-result.tsx'
import { problemWords } from './words.ts'

type Shown = ShownAttempt & { older: boolean }

type GradedProps = { attempt: Shown; completed: boolean; course: string }

function Graded({ attempt, completed, course }: GradedProps) {
  const { passed, at, result, older } = attempt
  if (result.runtime !== 'sql') return null
  return (
    <>
      <h2 data-summary="">{passed ? m.labs_result_passed() : m.labs_result()}</h2>
      {passed && (
        <p className="notice done">
          <PassedWords completed={completed} course={course} />
        </p>
      )}
      <GradeResult result={result} />
      <p className="quiet">
        {m.labs_result_at({ at })}
        {older && ` ${m.labs_older_version()}`}
      </p>
    </>
  )
}

/** Over a result: that the query in the editor is another one by now, and which this one was. */
function Outdated({ about, current }: { about: string; current: string }) {
  return (
    <div className="notice warn" data-outdated="" hidden={isSameQuery(about, current)}>
      <p>{m.labs_outdated()}</p>
      <details>
        <summary>{m.labs_outdated_query()}</summary>
        <pre {...reachable}>
          <code>{about}</code>
        </pre>
      </details>
    </div>
  )
}

type ResultsProps = {
  answer: QueryAnswer | undefined
  attempt: Shown | undefined
  /** The text in the editor. */
  current: string
  limits: Limits
  completed: boolean
  /** Where the course's page is. */
  course: string
}

/** What came of the last press of a button: rows, a grade, or why nothing ran. */
export function SqlResults(props: ResultsProps) {
  const { answer, attempt, current, limits, completed, course } = props
  // Where nothing ran, there is no result that could be of another query.
  const about = answer ? answer.sample && answer.query : attempt?.submission
  return (
    <section id="results" data-fresh="" data-query={about} tabIndex={-1}>
      {about !== undefined && <Outdated about={about} current={current} />}
      {answer?.problem && (
        <div className="notice warn" role="alert">
          {problemWords[answer.problem]()}
        </div>
      )}
      {answer?.replaced && <p className="notice warn">{m.labs_draft_replaced()}</p>}
      {answer?.sample && <SampleResult sample={answer.sample} limits={limits} />}
      {!answer && attempt && <Graded attempt={attempt} completed={completed} course={course} />}
    </section>
  )
}

type EditorProps = {
  query: string
  /** The submission shown beside it, whose text was not saved as a draft. */
  savedAt: number
  saved: string
  hints: number
}

/** The editor: a text area in a form, which the page's script makes into more. */
export function SqlEditor({ query, savedAt, saved, hints }: EditorProps) {
  return (
    <div className="panel">
      <Form id={workspaceForm} action="#results" autoComplete="off">
        <input type="hidden" name="basedOn" value={savedAt} />
        <input type="hidden" name="hints" value={hints} />
        <TextArea name="query" label={m.labs_your_query()} rows={10} code value={query} />
        <p className="quiet for-keys" data-editor-keys="" hidden>
          {m.labs_editor_keys()}
        </p>
        <div className="spread">
          <span className="actions">
            <SubmitButton kind="plain" name="intent" value="run">
              {m.labs_run()}
            </SubmitButton>
            <SubmitButton name="intent" value="submit">
              {m.labs_submit()}
            </SubmitButton>
          </span>
          <span className="quiet" data-saved="">
            {saved}
          </span>
        </div>
        <p className="quiet">{m.labs_run_note()}</p>
        <p role="status" data-announce="" />
      </Form>
    </div>
  )
}
