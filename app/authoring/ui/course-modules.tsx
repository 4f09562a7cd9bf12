import type { Locale } from '#app/shared/domain/text.ts'
import { formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form } from '#app/shared/ui/form.tsx'
import { DraftRows, type ShownDraft } from './draft-rows.tsx'
import { StateTag } from './state-tag.tsx'

type Module = {
  slug: string
  title: string
  language: Locale | undefined
  number: number | undefined
  inChineseOnly: boolean
  learners: { number: number; learners: number }[]
  draft: ShownDraft | undefined
}
type Course = { slug: string; title: string; modules: Module[]; fresh: ShownDraft[] }

/** A course as its authors see it: what is published, who is on which version, what is being written. */
export function CourseModules({ course, timeZone }: { course: Course; timeZone: string }) {
  return (
    <section>
      <div className="spread">
        <h2>{course.title}</h2>
        <a className="button plain" href={`/authoring/new?course=${course.slug}`}>
          {m.authoring_new_lesson()}
          <span className="visually-hidden">{course.title}</span>
        </a>
      </div>
      <ul className="rows panel">
        {course.modules.map((module) => (
          <ModuleRow key={module.slug} course={course.slug} module={module} />
        ))}
      </ul>
      {course.fresh.length > 0 && (
        <>
          <h3>{m.authoring_not_published_yet()}</h3>
          <DraftRows drafts={course.fresh} timeZone={timeZone} />
        </>
      )}
    </section>
  )
}

function ModuleRow({ course, module }: { course: string; module: Module }) {
  const { slug, title, language, number, learners, draft } = module
  const counts = learners.map((each) =>
    m.authoring_learners_on({
      number: String(each.number),
      count: formatNumber(each.learners),
    }),
  )
  return (
    <li className="spread">
      <div>
        <h3 lang={language}>{title}</h3>
        <span className="quiet">
          {slug} ·{' '}
          {number === undefined ? (
            m.authoring_never_published()
          ) : (
            <a href={`/authoring/modules/${course}/${slug}`}>
              {m.authoring_version({ number: String(number) })}
              <span className="visually-hidden">{title}</span>
            </a>
          )}
          {module.inChineseOnly && ` · ${m.authoring_chinese_only()}`} · {m.authoring_learners()}{' '}
          {counts.length === 0 ? m.authoring_nobody() : counts.join(m.authoring_comma())}
        </span>
      </div>
      {draft ? (
        <span>
          <StateTag state={draft.state} />{' '}
          <a href={`/authoring/drafts/${draft.id}`}>
            {m.authoring_open_draft()}
            <span className="visually-hidden">{title}</span>
          </a>
        </span>
      ) : (
        number !== undefined && (
          <Form>
            <input type="hidden" name="course" value={course} />
            <input type="hidden" name="module" value={slug} />
            <button type="submit" className="as-link">
              {m.authoring_begin()}
              <span className="visually-hidden">{title}</span>
            </button>
          </Form>
        )
      )}
    </li>
  )
}
