import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { titleFor } from '#app/authoring/domain/draft.ts'
import { namesInReach } from '#app/authoring/names.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale, formatDateTime } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'
import { listWritableCourses } from '#db/authoring/published.server.ts'
import { listOpenDrafts, listOwnDraftIds } from '#db/authoring/queries.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.authoring_reviews_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('lesson.review', async ({ reader, url }) => {
  const [courses, open] = await Promise.all([
    listWritableCourses(reader, 'lesson.review'),
    listOpenDrafts(reader, 'lesson.review'),
  ])
  const waiting = open.filter(({ state }) => state === 'in-review')
  const ids = waiting.map(({ id }) => id)
  const [own, names] = await Promise.all([
    listOwnDraftIds(reader.personId, ids),
    namesInReach(
      reader,
      'lesson.review',
      waiting.map(({ ownerId }) => ownerId),
    ),
  ])
  return {
    waiting: waiting.map((draft) => {
      const course = courses.find(({ slug }) => slug === draft.course)
      return {
        id: draft.id,
        ...titleFor(currentLocale(), draft),
        course: course ? inLocale(course.content.title, currentLocale()) : draft.course,
        isNew: draft.baseVersionId === null,
        note: draft.note,
        submittedAt: draft.submittedAt ?? draft.savedAt,
        by: names.get(draft.ownerId),
        isOwn: own.has(draft.id),
      }
    }),
    timeZone: reader.timeZone,
    done: url.searchParams.get('done'),
  }
})

export default function Reviews() {
  const { waiting, timeZone, done } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{m.authoring_reviews_title()}</h1>
      {done === 'approved' && <Notice kind="done">{m.authoring_done_approved()}</Notice>}
      {done === 'returned' && <Notice kind="done">{m.authoring_done_returned()}</Notice>}
      <p className="measure">{m.authoring_reviews_intro()}</p>
      {waiting.length === 0 ? (
        <Empty title={m.authoring_reviews_none()}>
          <p>{m.authoring_reviews_none_text()}</p>
        </Empty>
      ) : (
        <ul className="rows panel">
          {waiting.map(({ id, title, titleLang, course, isNew, note, submittedAt, by, isOwn }) => (
            <li key={id}>
              <div className="spread">
                <h2 className="row-title">
                  <a href={`/reviews/${id}`} lang={titleLang}>
                    {title}
                  </a>
                </h2>
                <span>
                  {isNew && <span className="tag">{m.authoring_new_lesson()}</span>}{' '}
                  {isOwn && <span className="tag warn">{m.authoring_own_tag()}</span>}
                </span>
              </div>
              <p className="quiet">
                {course} ·{' '}
                {m.authoring_submitted_by({
                  name: by ?? m.authoring_role_author(),
                  time: formatDateTime(submittedAt, timeZone),
                })}
              </p>
              <p className="comment">{note}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
