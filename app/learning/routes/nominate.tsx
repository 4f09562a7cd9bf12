import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { nominationForm } from '#app/learning/nomination.form.ts'
import { nominatedCourse, nominatePage } from '#app/learning/nominations-page.server.ts'
import { AlsoChosen, CandidateTable } from '#app/learning/ui/nominated-table.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { fieldsOf, parseForm } from '#app/shared/http/form-state.ts'
import { zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { ChooseAll } from '#app/shared/ui/choose-all.tsx'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
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
  /** The list as the form's filter has it, with everybody chosen so far. */
  const again = async (errors: Record<string, string>, status: number) => {
    const { key: _, ...values } = fieldsOf(form)
    const { department = [], q = [], page = [], person = [] } = values
    const query = new URLSearchParams([
      ...department.map((value) => ['department', value]),
      ...q.map((value) => ['q', value]),
      ...page.map((value) => ['page', value]),
    ])
    const listed = await nominatePage(reader, course, query, person)
    return data({ errors, values, listed }, { status })
  }
  if (form.has('show') || form.has('page')) return again({}, 200)
  const parsed = parseForm(nominationForm(reader.timeZone, Date.now()), form)
  if (!parsed.ok) {
    const { person, ...errors } = parsed.error
    const none = person && { form: m.learning_nominate_none_chosen() }
    return again({ ...errors, ...none }, 422)
  }
  const { person: personIds, due: dueAt } = parsed.value
  const done = await nominate(reader, { course, personIds, dueAt }, key)
  if (!done.ok) throw notFound()
  throw redirect(withDone(`/nominations/${course}`, 'nominated'))
})

export default function Nominate() {
  const { timeZone, ...first } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const listed = state?.listed ?? first
  const { slug, title, people, others, tooMany, departments, filter, page, pages } = listed
  return (
    <>
      <p className="crumbs">
        <a href="/nominations">{m.learning_nominations()}</a> /{' '}
        <a href={`/nominations/${slug}`}>{title}</a>
      </p>
      <h1>{m.learning_nominate_title({ course: title })}</h1>
      {/* One form: to look for more people keeps those chosen and the deadline. Sent, not in the
          address, which has no room for hundreds of people and would be kept in logs. */}
      <Form state={state}>
        <div className="filter panel">
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
          <SubmitButton kind="plain" name="show" value="list">
            {m.learning_nominate_show()}
          </SubmitButton>
        </div>
        {people.length === 0 ? (
          <Empty title={tooMany ? m.learning_nominate_too_many() : m.learning_nominate_nobody()}>
            {!tooMany && <p>{m.learning_nominate_nobody_text()}</p>}
          </Empty>
        ) : (
          <>
            <ChooseAll name="person" />
            <CandidateTable people={people} chosen={state?.values.person ?? []} />
            <PageButtons page={page} pages={pages} />
          </>
        )}
        <AlsoChosen people={others} />
        {people.length + others.length === 0 ? (
          <input type="hidden" name="due" value={state?.values.due?.[0] ?? ''} />
        ) : (
          <>
            <TextField
              name="due"
              type="date"
              label={m.learning_nominate_due()}
              hint={m.learning_nominate_due_hint({ zone: zoneName(timeZone) })}
              short
            />
            <SubmitButton>{m.learning_nominate_submit()}</SubmitButton>
          </>
        )}
      </Form>
    </>
  )
}

/** Ways to the page before and after that keep what is chosen. */
function PageButtons({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null
  return (
    <div className="actions">
      {page > 1 && (
        <SubmitButton kind="plain" name="page" value={String(page - 1)}>
          {m.shared_page_before()}
        </SubmitButton>
      )}
      <span>{m.shared_page({ page, pages })}</span>
      {page < pages && (
        <SubmitButton kind="plain" name="page" value={String(page + 1)}>
          {m.shared_page_after()}
        </SubmitButton>
      )}
    </div>
  )
}
