import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { openDraft } from '#app/authoring/open-draft.server.ts'
import { pageTitle } from '#app/authoring/ui/page-title.ts'
import { VersionList } from '#app/authoring/ui/version-list.tsx'
import { versionHistory } from '#app/authoring/version-history.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { findCurrentVersion, findWritableCourse } from '#db/authoring/published.server.ts'
import { moduleIdOf } from '#db/catalogue/publish.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(m.authoring_versions(), data?.title) },
]

export const loader = guardedLoader('lesson.write', async ({ reader, params, url }) => {
  const { course: slug = '', module = '' } = params
  const moduleId = moduleIdOf(slug, module)
  const [course, current] = await Promise.all([
    findWritableCourse(reader, 'lesson.write', slug),
    findCurrentVersion(moduleId),
  ])
  if (!course || !current) throw notFound()
  const locale = currentLocale()
  const text = current.texts.find((each) => each.locale === locale) ?? current.texts[0]
  return {
    title: text?.title ?? module,
    language: text?.locale,
    courseTitle: inLocale(course.content.title, locale),
    versions: await versionHistory(reader, 'lesson.write', moduleId),
    timeZone: reader.timeZone,
    openDraft: url.searchParams.get('open'),
  }
})

export const action = guardedAction('lesson.write', async ({ reader, params, form, key }) => {
  const { course = '', module = '' } = params
  const asked = form.get('version')
  const versionId = typeof asked === 'string' && asked ? asked : undefined
  const { id, isNew } = await openDraft(reader, key, { course, module, versionId })
  const path = `/authoring/drafts/${id}`
  if (isNew) return redirect(withDone(path, versionId ? 'restored' : 'opened'))
  // What is being written is not thrown away for an older version.
  return redirect(versionId ? `/authoring/modules/${course}/${module}?open=${id}` : path)
})

export default function ModuleHistory() {
  const { title, language, courseTitle, versions, timeZone, openDraft } =
    useLoaderData<typeof loader>()
  return (
    <>
      <nav className="crumbs" aria-label={m.authoring_crumbs()}>
        <a href="/authoring">{m.authoring_title()}</a> › {courseTitle} ›{' '}
        <span lang={language}>{title}</span>
      </nav>
      <h1>{m.authoring_history({ title })}</h1>
      {openDraft && (
        <Notice kind="warn">
          {m.authoring_restore_open()}{' '}
          <a href={`/authoring/drafts/${encodeURIComponent(openDraft)}`}>
            {m.authoring_open_draft()}
          </a>
        </Notice>
      )}
      <p className="measure">{m.authoring_history_text()}</p>
      <Form className="actions">
        <SubmitButton>{m.authoring_begin()}</SubmitButton>
      </Form>
      <h2>{m.authoring_versions()}</h2>
      <VersionList versions={versions} timeZone={timeZone} canRestore />
    </>
  )
}
