import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { groupByRole, summariseSkill } from '#app/assessment/skill-summary.server.ts'
import { SkillRows } from '#app/assessment/ui/skill-rows.tsx'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { listAssessments, listAttempts } from '#db/assessment/queries.server.ts'
import { findRoleProfile } from '#db/talent/person-skills.server.ts'

export const loader = guardedLoader('assessment.take', async ({ reader }) => {
  const [testable, attempts, role] = await Promise.all([
    listAssessments(),
    listAttempts(reader.personId),
    findRoleProfile(reader.roleProfile),
  ])
  const skills = testable.map((one) =>
    summariseSkill(
      one,
      attempts.filter(({ skill }) => skill === one.skill.code),
      role,
    ),
  )
  return {
    ...groupByRole(skills),
    role: role ? inLocale(role.name, currentLocale()) : null,
    timeZone: reader.timeZone,
  }
})

export const meta: MetaFunction = () => [
  { title: `${m.assessment_title()} · ${m.shared_product()}` },
]

export default function Assessments() {
  const { forRole, others, role, timeZone } = useLoaderData<typeof loader>()
  return (
    <div className="measure">
      <h1>{m.assessment_title()}</h1>
      <p>{m.assessment_list_intro()}</p>
      {forRole.length + others.length === 0 && (
        <Empty title={m.assessment_empty_title()}>
          <p>{m.assessment_empty_text()}</p>
          <p>
            <a href="/courses">{m.assessment_to_courses()}</a>
          </p>
        </Empty>
      )}
      {forRole.length > 0 && (
        <section>
          <h2>{m.assessment_for_role({ role: role ?? '' })}</h2>
          <SkillRows skills={forRole} timeZone={timeZone} />
        </section>
      )}
      {others.length > 0 && (
        <section>
          {forRole.length > 0 && <h2>{m.assessment_other_skills()}</h2>}
          <SkillRows skills={others} timeZone={timeZone} />
        </section>
      )}
    </div>
  )
}
