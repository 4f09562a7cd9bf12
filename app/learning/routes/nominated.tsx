import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { nominationWithdrawalForm } from '#app/learning/nomination.form.ts'
import { nominatedCourse, nominatedPage } from '#app/learning/nominations-page.server.ts'
import { NominatedTable } from '#app/learning/ui/nominated-table.tsx'
import { doneText, withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { ChooseAll } from '#app/shared/ui/choose-all.tsx'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'
import { Pages } from '#app/shared/ui/pages.tsx'
import { withdrawNominations } from '#db/learning/nominations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${m.learning_nominated_title({ course: data?.title ?? '' })} · ${m.shared_product()}`,
  },
]

export const loader = guardedLoader('course.nominate', async ({ reader, params, url }) => {
  const page = Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1
  return {
    ...(await nominatedPage(reader, { course: params.course, page, now: Date.now() })),
    done: url.searchParams.get('done'),
  }
})

export const action = guardedAction('course.nominate', async ({ reader, params, form, key }) => {
  const { slug: course } = await nominatedCourse(params.course)
  const parsed = parseForm(nominationWithdrawalForm, form)
  if (!parsed.ok) return invalid({ form: m.learning_nominate_none_chosen() }, form)
  const { person: personIds, sure } = parsed.value
  if (sure !== 'yes') return data({ toConfirm: personIds })
  const done = await withdrawNominations(reader, { course, personIds }, key)
  if (!done.ok && done.error === 'not-found') throw notFound()
  throw redirect(withDone(`/nominations/${course}`, 'withdrawn'))
})

const doneWords: Record<string, () => string> = {
  nominated: m.learning_nominated_saved,
  withdrawn: m.learning_nominated_withdrawn,
}

export default function NominatedPeople() {
  const { slug, title, total, people, count, page, pages, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = answer ? undefined : doneText(doneWords, done)
  const here = `/nominations/${slug}`
  if (answer && 'toConfirm' in answer)
    return <Sure back={here} title={title} personIds={answer.toConfirm} />
  const more = (
    <a className="button" href={`${here}/people`}>
      {count === 0 ? m.learning_nominate() : m.learning_nominate_more()}
    </a>
  )
  return (
    <>
      <Crumbs />
      <h1>{m.learning_nominated_title({ course: title })}</h1>
      {words && <Notice kind="done">{words}</Notice>}
      {count === 0 ? (
        <Empty title={m.learning_nominations_none()}>
          <p>{m.learning_nominations_none_text()}</p>
          <p>{more}</p>
        </Empty>
      ) : (
        <Form state={answer}>
          <p>{more}</p>
          <ChooseAll name="person" />
          <NominatedTable people={people} total={total} count={count} />
          <SubmitButton kind="plain">{m.learning_nominated_withdraw()}</SubmitButton>
        </Form>
      )}
      <Pages page={page} pages={pages} href={(number) => `${here}?page=${number}`} />
    </>
  )
}

function Crumbs() {
  return (
    <p className="crumbs">
      <a href="/nominations">{m.learning_nominations()}</a>
    </p>
  )
}

type SureProps = { back: string; title: string; personIds: string[] }

/** Asks once more, since deadlines go with the nominations. */
function Sure({ back, title, personIds }: SureProps) {
  return (
    <article className="narrow">
      <Crumbs />
      <h1>{m.learning_nominated_withdraw_sure({ people: personIds.length })}</h1>
      <p>{title}</p>
      <p>{m.learning_nominated_withdraw_text()}</p>
      <Form>
        <input type="hidden" name="sure" value="yes" />
        {personIds.map((personId) => (
          <input key={personId} type="hidden" name="person" value={personId} />
        ))}
        <div className="actions">
          <SubmitButton kind="danger">{m.learning_nominated_withdraw_confirm()}</SubmitButton>
          <a href={back}>{m.learning_nominated_keep()}</a>
        </div>
      </Form>
    </article>
  )
}
