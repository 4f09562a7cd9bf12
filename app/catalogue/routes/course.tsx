import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { summariseCourse } from '#app/catalogue/summarise-course.server.ts'
import { SkillTags } from '#app/catalogue/ui/skill-tags.tsx'
import { m } from '#app/shared/i18n/messages.ts'
import { findCourse } from '#db/catalogue/queries.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} · ${m.shared_product()}` },
]

export const loader = guardedLoader('course.read', async ({ reader, params, context }) => {
  const course = await findCourse(params.course ?? '')
  if (!course) throw notFound()
  return summariseCourse(course, reader.personId, context.locale)
})

export default function CoursePage() {
  const course = useLoaderData<typeof loader>()
  const next = course.modules.find(({ state }) => state !== 'done')
  const begun = course.modules.some(({ state }) => state !== 'new')
  return (
    <article>
      <nav className="crumbs" aria-label={m.catalogue_where()}>
        <a href="/courses">{m.shared_menu_courses()}</a>
      </nav>
      <h1>{course.title}</h1>
      <div className="measure">
        <p>{course.summary}</p>
        <p className="quiet">{course.audience}</p>
        <p>
          <SkillTags skills={course.skills} />
        </p>
        <p className="quiet">
          {m.catalogue_level_note()} <a href="/record">{m.catalogue_to_record()}</a>
        </p>
        {next && (
          <p>
            <a className="button" href={next.href}>
              {begun ? m.catalogue_go_on() : m.catalogue_begin()}
            </a>
          </p>
        )}
      </div>
      <h2>{m.catalogue_modules()}</h2>
      <ol className="rows panel">
        {course.modules.map((module) => (
          <ModuleRow key={module.href} {...module} />
        ))}
      </ol>
      <p className="quiet">{m.catalogue_licence()}</p>
    </article>
  )
}

type Module = Awaited<ReturnType<typeof summariseCourse>>['modules'][number]

function ModuleRow(module: Module) {
  const { href, title, summary, minutes, hours, labs, state, revised, written } = module
  return (
    <li>
      <div className="spread">
        <h3>
          <a href={href} lang={written}>
            {title}
          </a>
        </h3>
        <span>
          {revised && <span className="tag warn">{m.catalogue_module_revised()}</span>}
          {state === 'done' && <span className="tag good">{m.catalogue_module_done()}</span>}
          {state === 'begun' && <span className="tag warn">{m.catalogue_module_begun()}</span>}
        </span>
      </div>
      <p lang={written}>{summary}</p>
      <p className="quiet">
        {m.catalogue_module_size({ minutes, hours })}
        {labs > 0 && ` · ${m.catalogue_with_lab({ labs })}`}
      </p>
    </li>
  )
}
