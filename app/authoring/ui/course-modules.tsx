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
      <div className="scroll">
        <table className="modules">
          <thead>
            <tr>
              <th scope="col">{m.authoring_column_module()}</th>
              <th scope="col">{m.authoring_column_published()}</th>
              <th scope="col">{m.authoring_column_learners()}</th>
              <th scope="col">{m.authoring_column_draft()}</th>
            </tr>
          </thead>
          <tbody>
            {course.modules.map((module) => (
              <ModuleRow key={module.slug} course={course.slug} module={module} />
            ))}
          </tbody>
        </table>
      </div>
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
  return (
    <tr>
      <th scope="row">
        <span lang={language}>{title}</span>
        <br />
        <span className="quiet">{slug}</span>
      </th>
      <td>
        {number === undefined ? (
          m.authoring_never_published()
        ) : (
          <a href={`/authoring/modules/${course}/${slug}`}>
            {m.authoring_version({ number: String(number) })}
          </a>
        )}
        {module.inChineseOnly && (
          <>
            <br />
            <span className="quiet">{m.authoring_chinese_only()}</span>
          </>
        )}
      </td>
      <td>
        {learners.length === 0
          ? m.authoring_nobody()
          : learners.map((each) => (
              <div key={each.number}>
                {m.authoring_learners_on({
                  number: String(each.number),
                  count: formatNumber(each.learners),
                })}
              </div>
            ))}
      </td>
      <td>
        {draft ? (
          <>
            <a href={`/authoring/drafts/${draft.id}`}>{m.authoring_open_draft()}</a>{' '}
            <StateTag state={draft.state} />
          </>
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
      </td>
    </tr>
  )
}
