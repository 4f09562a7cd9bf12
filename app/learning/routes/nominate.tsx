import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { nominationForm } from '#app/learning/nomination.form.ts'
import { nominatePage } from '#app/learning/nominations-page.server.ts'
import { CandidateTable, ChooseAll } from '#app/learning/ui/nominated-table.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { findCourse } from '#db/catalogue/queries.server.ts'
import { nominate } from '#db/learning/nominations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.learning_nominate_title({ course: data?.title ?? '' })} · ${m.shared_product()}` },
]

export const loader = guardedLoader('course.nominate', async ({ reader, params, url }) => ({
  ...(await nominatePage(reader, params.course, url.searchParams)),
  timeZone: reader.timeZone,
}))

export const action = guardedAction('course.nominate', async ({ reader, params, form, key }) => {
  const { course = '' } = params
  if (!(await findCourse(course))) throw notFound()
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
          <ChooseAll />
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
      <Pages slug={slug} filter={filter} {...at} />
    </>
  )
}

type PagesProps = {
  slug: string
  filter: { departmentId: string; text: string }
  page: number
  pages: number
}

function Pages({ slug, filter, page, pages }: PagesProps) {
  if (pages < 2) return null
  const at = (number: number) => {
    const { departmentId: department, text: q } = filter
    const query = new URLSearchParams({ department, q, page: String(number) })
    return `/nominations/${slug}/people?${query}`
  }
  return (
    <nav className="actions" aria-label={m.learning_nominate_page({ page, pages })}>
      {page > 1 && (
        <a rel="prev" href={at(page - 1)}>
          {m.learning_nominate_before()}
        </a>
      )}
      <span>{m.learning_nominate_page({ page, pages })}</span>
      {page < pages && (
        <a rel="next" href={at(page + 1)}>
          {m.learning_nominate_after()}
        </a>
      )}
    </nav>
  )
}
