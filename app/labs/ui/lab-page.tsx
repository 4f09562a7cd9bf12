import type { QueryAnswer } from '#app/labs/act-on-query.server.ts'
import type { ShownAttempt } from '#app/labs/present-attempt.server.ts'
import type { LabHead, presentWork } from '#app/labs/present-lab.server.ts'
import type { AnswersWork, SqlWork } from '#app/labs/present-workspace.server.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { LessonHtml } from '#app/shared/ui/lesson-html.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { AnswersWorkspace } from './answers-workspace.tsx'
import { Hints } from './hints.tsx'
import { History } from './history.tsx'
import { LabSize } from './lab-list.tsx'
import { SqlEditor, SqlResults } from './sql-workspace.tsx'
import { Tables } from './tables.tsx'
import { WorkspaceFrame } from './workspace-frame.tsx'

type Work = Omit<Awaited<ReturnType<typeof presentWork>>, 'draft'>

export type LabPageProps = Work & {
  head: LabHead
  draft: { savedAt: number } | null
  /** When the draft was saved, in words. */
  saved: string
  device: string
  work: SqlWork | AnswersWork
  limits: { wallMs: number; memoryMb: number; outputKb: number }
  attempt: (ShownAttempt & { older: boolean }) | undefined
  done: string | null
  timeZone: string
  nonce: string
  answer: QueryAnswer | FormState | undefined
}

/** The way back, the lab's title, and what it asks and trains. */
export function LabHeading({
  head,
  title,
  passed,
}: {
  head: LabHead
  title: string
  passed: boolean
}) {
  return (
    <>
      <nav className="crumbs" aria-label={m.labs_where()}>
        <a href="/labs">{m.labs_title()}</a> › <a href={head.course.path}>{head.course.title}</a>
      </nav>
      <h1>{title}</h1>
      <p id="about" data-fresh="">
        <LabSize minutes={head.minutes} skills={head.skills} />{' '}
        {passed && <span className="tag good">{m.labs_passed()}</span>}
      </p>
    </>
  )
}

function Done({ done }: { done: string | null }) {
  switch (done) {
    case 'saved':
      return <Notice kind="done">{m.labs_draft_saved()}</Notice>
    case 'replaced':
      return <Notice kind="warn">{m.labs_draft_replaced()}</Notice>
    case 'changed':
      return <Notice kind="warn">{m.labs_draft_other()}</Notice>
    default:
      return null
  }
}

function Query({ page, work }: { page: LabPageProps; work: SqlWork }) {
  const { head, hints, history, timeZone, draft, saved, attempt, done, limits } = page
  const answer = page.answer && 'query' in page.answer ? page.answer : undefined
  const query = answer?.query ?? work.query
  return (
    <div className="split">
      <div>
        <LessonHtml html={page.statement.html} />
        <Tables tables={work.tables} problem={work.problem} />
        <Hints {...hints} />
      </div>
      <div>
        <SqlEditor
          query={query}
          savedAt={draft?.savedAt ?? 0}
          saved={saved}
          hints={hints.shown.length}
        />
        <SqlResults
          answer={answer}
          attempt={attempt}
          current={query}
          limits={limits}
          completed={done === 'completed'}
          course={head.course.path}
        />
        <History labId={head.id} history={history} timeZone={timeZone} />
      </div>
    </div>
  )
}

/** A lab: the task, then what its runtime's workspace is. */
export function LabPage(page: LabPageProps) {
  const { head, work, device, nonce, statement, answer } = page
  const sql = work.runtime === 'sql'
  return (
    <article>
      {statement.css && <style nonce={nonce}>{statement.css}</style>}
      <LabHeading head={head} title={head.title} passed={page.passed} />
      <Done done={page.done} />
      <WorkspaceFrame
        script={sql ? 'sql-workspace' : 'answers-workspace'}
        draftPath={`${head.path}/draft`}
        device={device}
        nonce={nonce}
        samples={work.runtime === 'answers' ? work.samples.length : undefined}
      >
        {work.runtime === 'sql' ? (
          <Query page={page} work={work} />
        ) : (
          <div className="measure">
            <LessonHtml html={statement.html} />
            <AnswersWorkspace
              work={work}
              hints={page.hints}
              savedAt={page.draft?.savedAt ?? 0}
              saved={page.saved}
              state={answer && 'errors' in answer ? answer : undefined}
            />
            <History labId={head.id} history={page.history} timeZone={page.timeZone} />
          </div>
        )}
      </WorkspaceFrame>
    </article>
  )
}
