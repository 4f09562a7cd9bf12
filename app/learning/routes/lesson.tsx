import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { problemWords } from '#app/assessment/ui/question/problem-words.ts'
import { answerCheck } from '#app/learning/answer-check.server.ts'
import { loadLesson } from '#app/learning/load-lesson.server.ts'
import { checkAnchor } from '#app/learning/ui/check.tsx'
import { LessonAside } from '#app/learning/ui/lesson-aside.tsx'
import { LessonBody } from '#app/learning/ui/lesson-body.tsx'
import { ModuleSteps } from '#app/learning/ui/module-steps.tsx'
import { fieldsOf } from '#app/shared/http/form-state.ts'
import { formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { moveToCurrentVersion } from '#db/learning/commands.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.lesson.title ?? ''} · ${m.shared_product()}` },
]

export const loader = guardedLoader('course.study', async ({ reader, params, url, context }) => {
  const { personId, timeZone } = reader
  const { course = '', module = '' } = params
  const again = url.searchParams.get('again')
  const lesson = await loadLesson({ personId, course, module, locale: context.locale, again })
  if (!lesson) throw notFound()
  return { ...lesson, timeZone, nonce: context.nonce, done: url.searchParams.get('done') }
})

export const action = guardedAction('course.study', async ({ reader, params, form, key }) => {
  const { personId } = reader
  const moduleId = `${params.course}/${params.module}`
  const here = `/courses/${moduleId}`
  if (form.get('intent') === 'move') {
    await moveToCurrentVersion(personId, moduleId, key)
    return redirect(`${here}?done=moved`)
  }
  const fields = fieldsOf(form)
  const [quizId = '', questionId = ''] = [fields.quiz?.[0], fields.question?.[0]]
  const attempt = Number(fields.attempt?.[0])
  const answered = await answerCheck({
    personId,
    moduleId,
    quizId,
    questionId,
    attempt,
    fields,
    key,
  })
  if (answered.ok) {
    const done = answered.value.completed ? '?done=completed' : ''
    return redirect(`${here}${done}#${checkAnchor(quizId, questionId)}`)
  }
  if (answered.error.problem === 'gone') throw notFound()
  const { question, problem } = answered.error
  const errors = problemWords(question, problem, 'check')
  return data({ quizId, questionId, errors, values: fields }, { status: 422 })
})

export default function Lesson() {
  const loaded = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { course, lesson, modules, place, about, version, timeZone, newer, done } = loaded
  return (
    <>
      {lesson.css && <style nonce={loaded.nonce}>{lesson.css}</style>}
      <nav className="crumbs" aria-label={m.learning_where()}>
        <a href="/courses">{m.shared_menu_courses()}</a> ›{' '}
        <a href={`/courses/${course.slug}`}>{course.title}</a> ›{' '}
        {m.learning_place({ place, total: modules.length })}
      </nav>
      <div className="reading">
        <ModuleSteps modules={modules} />
        <article>
          {done === 'completed' && (
            <Notice kind="done">{m.learning_completed_now({ hours: about.creditHours })}</Notice>
          )}
          {done === 'moved' && <Notice kind="done">{m.learning_moved()}</Notice>}
          {newer && (
            <NewerVersion
              newer={newer}
              completed={loaded.completedAt !== null}
              timeZone={timeZone}
            />
          )}
          <h1>{lesson.title}</h1>
          <p className="quiet">
            {m.learning_about({
              minutes: about.minutes,
              hours: about.creditHours,
              date: formatDate(version.publishedAt, timeZone),
              number: version.number,
            })}
          </p>
          <LessonBody
            parts={loaded.parts}
            locale={lesson.locale}
            objectives={about.objectives}
            timeZone={timeZone}
            sent={sent}
          />
          <p className="spread no-print">
            {loaded.previous ? (
              <a href={loaded.previous.href}>← {loaded.previous.title}</a>
            ) : (
              <span />
            )}
            {loaded.next && <a href={loaded.next.href}>{loaded.next.title} →</a>}
          </p>
        </article>
        <LessonAside
          steps={loaded.steps}
          savedAt={loaded.savedAt}
          completedAt={loaded.completedAt}
          hours={about.creditHours}
          timeZone={timeZone}
        />
      </div>
    </>
  )
}

type Newer = {
  newer: { note: string; publishedAt: number }
  completed: boolean
  timeZone: string
}

function NewerVersion({ newer, completed, timeZone }: Newer) {
  const date = formatDate(newer.publishedAt, timeZone)
  return (
    <Notice kind="warn">
      <p>
        {completed ? m.learning_newer_version_done({ date }) : m.learning_newer_version({ date })}
      </p>
      {newer.note && <p>{m.learning_newer_note({ note: newer.note })}</p>}
      <form method="post">
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <button type="submit" className="button plain" name="intent" value="move">
          {m.learning_move()}
        </button>
      </form>
    </Notice>
  )
}
