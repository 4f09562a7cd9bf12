import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { goOn } from '#app/assessment/answer.server.ts'
import { assessmentRules, attemptState } from '#app/assessment/domain/rules.ts'
import { attemptSeed } from '#app/assessment/seed.server.ts'
import { summariseSkill } from '#app/assessment/skill-summary.server.ts'
import { IntroductionPage } from '#app/assessment/ui/introduction-page.tsx'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { startingStrength } from '#app/talent/domain/evidence.ts'
import { listAssessments, listAttempts } from '#db/assessment/queries.server.ts'
import { startAttempt } from '#db/assessment/start-attempt.server.ts'
import { findRoleProfile } from '#db/talent/person-skills.server.ts'

export const loader = guardedLoader('assessment.take', async ({ reader, params }) => {
  const testable = (await listAssessments()).find(({ skill }) => skill.code === params.skill)
  if (!testable) throw notFound()
  const attempts = await listAttempts(reader.personId, testable.skill.code)
  const now = Date.now()
  const locale = currentLocale()
  return {
    summary: summariseSkill(testable, attempts, await findRoleProfile(reader.roleProfile)),
    aspects: testable.aspects.map(({ id, name }) => ({ id, name: inLocale(name, locale) })),
    levels: testable.skill.levels.map((text) => inLocale(text, locale)),
    days: { open: assessmentRules.openDays, retake: assessmentRules.retakeDays },
    strength: startingStrength('unsupervised-test', true),
    earlier: attempts
      .filter((attempt) => attemptState(attempt, now) !== 'open')
      .map(({ id, startedAt, result }) => {
        return { id, startedAt, statement: result?.statement ?? null }
      }),
    timeZone: reader.timeZone,
  }
})

export const action = guardedAction('assessment.take', async ({ reader, params, key }) => {
  const skill = params.skill ?? ''
  const outcome = await startAttempt(reader.personId, skill, { seedOf: attemptSeed, key })
  if (outcome.ok) throw redirect(await goOn(reader.personId, outcome.value))
  switch (outcome.error.reason) {
    case 'open':
      throw redirect(await goOn(reader.personId, outcome.error.attemptId))
    case 'wait':
      throw redirect(`/assessments/${skill}`)
    default:
      throw notFound()
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.summary.name ?? m.assessment_title()} · ${m.shared_product()}` },
]

export default function Assessment() {
  return <IntroductionPage {...useLoaderData<typeof loader>()} />
}
