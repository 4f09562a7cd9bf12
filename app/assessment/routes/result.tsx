import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { attemptState, closesAt, retakeFrom } from '#app/assessment/domain/rules.ts'
import { viewResult } from '#app/assessment/result-view.server.ts'
import { ResultPage } from '#app/assessment/ui/result-page.tsx'
import { moment } from '#app/assessment/ui/words.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import {
  type AttemptRow,
  findAttempt,
  findBank,
  listAttempts,
} from '#db/assessment/queries.server.ts'

async function viewExpired({ skill, startedAt, answered, form }: AttemptRow, timeZone: string) {
  const bank = await findBank(skill)
  return {
    kind: 'expired' as const,
    skill,
    name: bank ? inLocale(bank.skill.name, currentLocale()) : skill,
    answered: answered.length,
    total: form.length,
    closed: moment(closesAt(startedAt), timeZone),
  }
}

export const loader = guardedLoader('assessment.take', async ({ reader, params }) => {
  const { personId, timeZone } = reader
  const attempt = await findAttempt(personId, params.id ?? '')
  if (!attempt) throw notFound()
  const { skill, result, finishedAt } = attempt
  if (attemptState(attempt, Date.now()) === 'open') throw redirect(`/attempts/${attempt.id}`)
  if (!result || finishedAt === null) return viewExpired(attempt, timeZone)
  const again = retakeFrom(await listAttempts(personId, skill))
  return {
    kind: 'finished' as const,
    skill,
    ...(await viewResult(personId, skill, result)),
    finished: moment(finishedAt, timeZone),
    againFrom: again !== null && Date.now() < again ? moment(again, timeZone) : null,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.assessment_result_title()} · ${data?.name ?? m.shared_product()}` },
]

export default function Result() {
  const view = useLoaderData<typeof loader>()
  return view.kind === 'finished' ? <ResultPage {...view} /> : <ExpiredPage {...view} />
}

type Expired = Awaited<ReturnType<typeof viewExpired>>

function ExpiredPage({ skill, name, answered, total, closed }: Expired) {
  return (
    <article className="measure">
      <p className="crumbs">
        <a href={`/assessments/${skill}`}>{name}</a>
      </p>
      <h1>{m.assessment_ended()}</h1>
      <p>{m.assessment_ended_text({ time: closed, answered, total })}</p>
      <p>{m.assessment_ended_again()}</p>
      <a className="button" href={`/assessments/${skill}`}>
        {m.assessment_to_skill()}
      </a>
    </article>
  )
}
