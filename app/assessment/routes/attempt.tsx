import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { attemptState, closesAt, nextOpen } from '#app/assessment/domain/rules.ts'
import { moment } from '#app/assessment/ui/words.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { finishAttempt } from '#db/assessment/commands.server.ts'
import { findAttempt, findBank } from '#db/assessment/queries.server.ts'

export const loader = guardedLoader('assessment.take', async ({ reader, params }) => {
  const attempt = await findAttempt(reader.personId, params.id ?? '')
  if (!attempt) throw notFound()
  if (attemptState(attempt, Date.now()) !== 'open') throw redirect(`/attempts/${attempt.id}/result`)
  const bank = await findBank(attempt.skill)
  return {
    id: attempt.id,
    skill: attempt.skill,
    name: bank ? inLocale(bank.skill.name, currentLocale()) : attempt.skill,
    questions: attempt.form.map((_, i) => {
      return { position: i + 1, answered: attempt.answered.includes(i + 1) }
    }),
    answered: attempt.answered.length,
    next: nextOpen(attempt) ?? null,
    until: moment(closesAt(attempt.startedAt), reader.timeZone),
  }
})

export const action = guardedAction('assessment.take', async ({ reader, params, key }) => {
  const id = params.id ?? ''
  const outcome = await finishAttempt(reader.personId, id, key)
  if (!outcome.ok && outcome.error === 'missing') throw notFound()
  const isOpen = !outcome.ok && outcome.error === 'unanswered'
  throw redirect(isOpen ? `/attempts/${id}` : `/attempts/${id}/result`)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? m.assessment_title()} · ${m.shared_product()}` },
]

export default function Attempt() {
  const { id, skill, name, questions, answered, next, until } = useLoaderData<typeof loader>()
  return (
    <article className="measure">
      <p className="crumbs">
        <a href={`/assessments/${skill}`}>{m.assessment_title()}</a>
      </p>
      <h1>{name}</h1>
      {next === null ? (
        <Form>
          <p>{m.assessment_all_answered()}</p>
          <SubmitButton>{m.assessment_finish()}</SubmitButton>
        </Form>
      ) : (
        <>
          <p>{m.assessment_progress({ count: answered, total: questions.length })}</p>
          <p>
            <a className="button" href={`/attempts/${id}/${next}`}>
              {m.assessment_go_on_at({ position: next })}
            </a>
          </p>
          <p className="quiet">{m.assessment_stop_hint({ time: until })}</p>
        </>
      )}
      <h2>{m.assessment_all_questions()}</h2>
      <ul className="rows panel">
        {questions.map((question) => (
          <li key={question.position} className="spread">
            <a href={`/attempts/${id}/${question.position}`}>
              {m.assessment_question({ position: question.position })}
            </a>
            <span className={question.answered ? 'tag good' : 'tag'}>
              {question.answered ? m.assessment_is_answered() : m.assessment_is_open()}
            </span>
          </li>
        ))}
      </ul>
    </article>
  )
}
