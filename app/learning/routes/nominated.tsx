import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withdrawalForm } from '#app/learning/nomination.form.ts'
import { nominatedPage } from '#app/learning/nominations-page.server.ts'
import { ChooseAll, NominatedTable } from '#app/learning/ui/nominated-table.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'
import { withdrawNominations } from '#db/learning/nominations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${m.learning_nominated_title({ course: data?.title ?? '' })} · ${m.shared_product()}`,
  },
]

export const loader = guardedLoader('course.nominate', async ({ reader, params, url }) => ({
  ...(await nominatedPage(reader, params.course, Date.now())),
  done: url.searchParams.get('done'),
}))

export const action = guardedAction('course.nominate', async ({ reader, params, form, key }) => {
  const { slug: course } = await nominatedPage(reader, params.course, Date.now())
  const parsed = parseForm(withdrawalForm, form)
  if (!parsed.ok) return invalid({ form: m.learning_nominate_none_chosen() }, form)
  const personIds = parsed.value.person
  const done = await withdrawNominations(reader, { course, personIds }, key)
  if (!done.ok) throw notFound()
  throw redirect(withDone(`/nominations/${course}`, 'withdrawn'))
})

const doneWords: Record<string, () => string> = {
  nominated: m.learning_nominated_saved,
  withdrawn: m.learning_nominated_withdrawn,
}

export default function NominatedPeople() {
  const { slug, title, total, people, count, done } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const words = done ? doneWords[done] : undefined
  const more = (
    <a className="button" href={`/nominations/${slug}/people`}>
      {count === 0 ? m.learning_nominate() : m.learning_nominate_more()}
    </a>
  )
  return (
    <>
      <p className="crumbs">
        <a href="/nominations">{m.learning_nominations()}</a>
      </p>
      <h1>{m.learning_nominated_title({ course: title })}</h1>
      {words && !state && <Notice kind="done">{words()}</Notice>}
      {count === 0 ? (
        <Empty title={m.learning_nominations_none()}>
          <p>{m.learning_nominations_none_text()}</p>
          <p>{more}</p>
        </Empty>
      ) : (
        <Form state={state}>
          <p>{more}</p>
          <ChooseAll />
          <NominatedTable people={people} total={total} count={count} />
          <p>{m.learning_nominated_withdraw_text()}</p>
          <SubmitButton kind="plain">{m.learning_nominated_withdraw()}</SubmitButton>
        </Form>
      )}
    </>
  )
}
