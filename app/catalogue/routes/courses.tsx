import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { summariseCourse } from '#app/catalogue/summarise-course.server.ts'
import { SkillTags } from '#app/catalogue/ui/skill-tags.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { listCourses } from '#db/catalogue/queries.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.shared_menu_courses()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('course.read', async ({ reader, context }) => {
  const courses = await listCourses()
  const { locale } = context
  return {
    courses: await Promise.all(courses.map((c) => summariseCourse(c, reader.personId, locale))),
  }
})

export default function Courses() {
  const { courses } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{m.catalogue_courses()}</h1>
      {courses.length === 0 ? (
        <Empty title={m.catalogue_none()}>
          <p>{m.catalogue_none_hint()}</p>
        </Empty>
      ) : (
        <ul className="rows panel">
          {courses.map(
            ({ slug, title, summary, audience, skills, modules, minutes, hours, done }) => (
              <li key={slug}>
                <div className="spread">
                  <h2 className="plain">
                    <a href={`/courses/${slug}`}>{title}</a>
                  </h2>
                  <span className="quiet">
                    {m.catalogue_size({ modules: modules.length, minutes, hours })}
                  </span>
                </div>
                <p>{summary}</p>
                <p className="quiet">{audience}</p>
                <p>
                  <SkillTags skills={skills} />
                  {done > 0 && (
                    <span className="tag good">
                      {m.catalogue_done({ done, total: modules.length })}
                    </span>
                  )}
                </p>
              </li>
            ),
          )}
        </ul>
      )}
    </>
  )
}
