import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { goOn, gradeForm, unknownField } from '#app/assessment/answer.server.ts'
import { atPosition, presentQuestion } from '#app/assessment/domain/present.ts'
import { writeResponse } from '#app/assessment/domain/response.ts'
import { attemptState, closesAt, nextOpen } from '#app/assessment/domain/rules.ts'
import { attemptSeed } from '#app/assessment/seed.server.ts'
import { problemWords } from '#app/assessment/ui/question/problem-words.ts'
import { QuestionPage } from '#app/assessment/ui/question-page.tsx'
import { moment } from '#app/assessment/ui/words.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { fieldsOf, invalid } from '#app/shared/http/form-state.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { recordResponse } from '#db/assessment/commands.server.ts'
import { findAsked, findAttempt, findBank } from '#db/assessment/queries.server.ts'

/** The place in the reader's own attempt that the address names. */
async function findPlace(personId: string, params: Record<string, string | undefined>) {
  const position = /^[1-9]\d?$/.test(params.position ?? '') ? Number(params.position) : 0
  const attempt = await findAttempt(personId, params.id ?? '')
  const asked = attempt && (await findAsked(attempt, position))
  if (!attempt || !asked) throw notFound()
  const seed = attemptSeed(attempt.id)
  const question = atPosition(asked.item.question, position)
  const presented = presentQuestion(question, seed, currentLocale())
  return { attempt, position, ...asked, seed, question, presented }
}

export const loader = guardedLoader('assessment.take', async ({ reader, params }) => {
  const place = await findPlace(reader.personId, params)
  const { attempt, position, kept, question, seed } = place
  if (attemptState(attempt, Date.now()) !== 'open') throw redirect(`/attempts/${attempt.id}/result`)
  const bank = await findBank(attempt.skill)
  const given = kept?.response ? writeResponse(question, seed, kept.response) : {}
  return {
    attemptId: attempt.id,
    skill: bank ? inLocale(bank.skill.name, currentLocale()) : attempt.skill,
    position,
    total: attempt.form.length,
    answered: attempt.answered.length,
    question: place.presented,
    kept: kept ? { unknown: kept.response === null, given } : null,
    next: nextOpen(attempt, position) ?? null,
    until: moment(closesAt(attempt.startedAt), reader.timeZone),
    unknownField,
  }
})

export const action = guardedAction('assessment.take', async ({ reader, params, form, key }) => {
  const { attempt, position, item, kept, presented } = await findPlace(reader.personId, params)
  if (!kept) {
    const graded = gradeForm(item, attempt.id, position, fieldsOf(form))
    if (!graded.ok) return invalid(problemWords(presented, graded.error, 'test'), form)
    // Whatever it answers, the way on is the same: the first answer stands, an ended attempt says so.
    await recordResponse(reader.personId, { attemptId: attempt.id, position, ...graded.value }, key)
  }
  throw redirect(await goOn(reader.personId, attempt.id, position))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${m.assessment_question_of({ position: data.position, total: data.total })} · ${data.skill}`
      : m.shared_product(),
  },
]

export default function Question() {
  return <QuestionPage {...useLoaderData<typeof loader>()} state={useActionData<typeof action>()} />
}
