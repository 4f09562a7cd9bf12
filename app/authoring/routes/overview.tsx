import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { openDraft } from '#app/authoring/open-draft.server.ts'
import { overviewFor } from '#app/authoring/overview.server.ts'
import { CourseModules } from '#app/authoring/ui/course-modules.tsx'
import { DraftRows } from '#app/authoring/ui/draft-rows.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.authoring_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('lesson.write', async ({ reader, url }) => ({
  ...(await overviewFor(reader)),
  done: url.searchParams.get('done'),
}))

export const action = guardedAction('lesson.write', async ({ reader, form, key }) => {
  const course = String(form.get('course') ?? '')
  const module = String(form.get('module') ?? '')
  const { id, isNew } = await openDraft(reader, key, { course, module })
  const path = `/authoring/drafts/${id}`
  return redirect(isNew ? withDone(path, 'opened') : path)
})

export default function Overview() {
  const { own, courses, timeZone, done } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{m.authoring_title()}</h1>
      {done === 'discarded' && <Notice kind="done">{m.authoring_was_discarded()}</Notice>}
      <p className="measure">
        {m.authoring_intro()} <a href="/authoring/help">{m.authoring_to_help()}</a>
      </p>
      <h2>{m.authoring_own_drafts()}</h2>
      {own.length > 0 ? (
        <DraftRows drafts={own} timeZone={timeZone} />
      ) : (
        <Empty title={m.authoring_own_none()}>
          <p>{m.authoring_own_none_text()}</p>
        </Empty>
      )}
      {courses.length === 0 && (
        <Empty title={m.authoring_no_courses()}>
          <p>{m.authoring_no_courses_text()}</p>
        </Empty>
      )}
      {courses.map((course) => (
        <CourseModules key={course.slug} course={course} timeZone={timeZone} />
      ))}
    </>
  )
}
