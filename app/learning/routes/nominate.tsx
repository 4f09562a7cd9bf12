import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { nominationForm } from '#app/learning/nomination.form.ts'
import { nominatedCourse, nominatePage } from '#app/learning/nominations-page.server.ts'
import { CandidateTable } from '#app/learning/ui/nominated-table.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { ChooseAll } from '#app/shared/ui/choose-all.tsx'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { Pages } from '#app/shared/ui/pages.tsx'
import { nominate } from '#db/learning/nominations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.learning_nominate_title({ course: data?.title ?? '' })} · ${m.shared_product()}` },
]

export const loader = guardedLoader('course.nominate', async ({ reader, params, url }) => ({
  ...(await nominatePage(reader, params.course, url.searchParams)),
  timeZone: reader.timeZone,
}))

export const action = guardedAction('course.nominate', async ({ reader, params, form, key }) => {
  const { slug: course } = await nominatedCourse(params.course)
  const parsed = parseForm(nominationForm(reader.timeZone, Date.now()), form)
  if (!parsed.ok) {
    const { person, ...errors } = parsed.error
    return invalid({ ...errors, ...(person && { form: m.learning_nominate_none_chosen() }) }, form)
  }
  const { person: personIds, due: dueAt } = parsed.value
  const done = await nominate(reader, { course, personIds, dueAt }, key)
  if (!done.ok) throw notFound()
  throw redirect(withDone(`/nominations/${course}`, 'nominated'))
})

export default function Nominate() {
  const { slug, title, people, tooMany, departments, filter, timeZone, ...at } =
    useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <>
      <p className="crumbs">
        <a href="/nominations">{m.learning_nominations()}</a> /{' '}
        <a href={`/nominations/${slug}`}>{title}</a>
      </p>
      <h1>{m.learning_nominate_title({ course: title })}</h1>
      <Form method="get" className="filter panel">
        <TextField
          name="q"
          type="search"
          label={m.learning_nominate_find()}
          value={filter.text}
          maxLength={60}
        />
        <Select
          name="department"
          label={m.learning_nominated_department()}
          value={filter.departmentId}
          options={[{ value: '', label: m.learning_nominate_all_departments() }, ...departments]}
        />
        <SubmitButton kind="plain">{m.learning_nominate_show()}</SubmitButton>
      </Form>
      {people.length === 0 ? (
        <Empty title={tooMany ? m.learning_nominate_too_many() : m.learning_nominate_nobody()}>
          {!tooMany && <p>{m.learning_nominate_nobody_text()}</p>}
        </Empty>
      ) : (
        <Form state={state}>
          <ChooseAll name="person" />
          <CandidateTable people={people} chosen={state?.values.person ?? []} />
          <TextField
            name="due"
            type="date"
            label={m.learning_nominate_due()}
            hint={m.learning_nominate_due_hint({ zone: zoneName(timeZone) })}
            short
          />
          <SubmitButton>{m.learning_nominate_submit()}</SubmitButton>
        </Form>
      )}
      <Pages {...at} href={(page) => addressOf(slug, filter, page)} />
    </>
  )
}

function addressOf(slug: string, filter: { departmentId: string; text: string }, page: number) {
  const { departmentId: department, text: q } = filter
  const query = new URLSearchParams({ department, q, page: String(page) })
  return `/nominations/${slug}/people?${query}`
}
