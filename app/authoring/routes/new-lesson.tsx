import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { addressName } from '#app/authoring/domain/draft.ts'
import { emptySettings } from '#app/authoring/domain/draft-settings.ts'
import {
  chineseQuizTemplate,
  lessonTemplate,
  quizTemplate,
} from '#app/authoring/domain/lesson-template.ts'
import { newLessonFields } from '#app/authoring/new-lesson-fields.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { beginLesson } from '#db/authoring/commands.server.ts'
import { findWritableCourse, listWritableCourses } from '#db/authoring/published.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.authoring_new_lesson()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('lesson.write', async ({ reader, url }) => {
  const courses = await listWritableCourses(reader, 'lesson.write')
  if (courses.length === 0) throw notFound()
  const locale = currentLocale()
  return {
    courses: courses.map(({ slug, content }) => ({
      value: slug,
      label: inLocale(content.title, locale),
    })),
    course: url.searchParams.get('course') ?? '',
  }
})

export const action = guardedAction('lesson.write', async ({ reader, form, key }) => {
  const parsed = parseForm(newLessonFields, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const { course, titleZh, titleEn, name: given } = parsed.value
  if (!(await findWritableCourse(reader, 'lesson.write', course))) throw notFound()
  // A title in Chinese alone has no address in it: such a lesson gets a plain one.
  const name = given || addressName(titleEn) || 'lesson'
  const id = await beginLesson(
    { actorId: reader.personId, key },
    {
      course,
      name,
      settings: emptySettings,
      lessonZh: lessonTemplate('zh-CN', titleZh),
      lessonEn: titleEn ? lessonTemplate('en', titleEn) : '',
      quiz: titleEn ? quizTemplate : chineseQuizTemplate,
    },
  )
  return redirect(withDone(`/authoring/drafts/${id}`, 'begun'))
})

export default function NewLesson() {
  const { courses, course } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <article className="narrow">
      <nav className="crumbs" aria-label={m.authoring_crumbs()}>
        <a href="/authoring">{m.authoring_title()}</a> › {m.authoring_new_lesson()}
      </nav>
      <h1>{m.authoring_new_lesson()}</h1>
      <p>{m.authoring_new_text()}</p>
      <Form state={state}>
        <Select name="course" label={m.authoring_course()} options={courses} value={course} />
        <TextField name="titleZh" lang="zh-CN" label={m.authoring_title_zh()} />
        <TextField
          name="titleEn"
          lang="en"
          label={m.authoring_title_en()}
          hint={m.authoring_title_en_hint()}
        />
        <TextField
          name="name"
          lang="en"
          label={m.authoring_name()}
          hint={m.authoring_name_hint()}
        />
        <SubmitButton>{m.authoring_new_begin()}</SubmitButton>
      </Form>
    </article>
  )
}
