import { attemptState, closesAt, formSize, retakeFrom } from '#app/assessment/domain/rules.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { compareText, currentLocale } from '#app/shared/i18n/format.ts'
import type { RoleProfile } from '#app/talent/domain/framework.ts'
import type { AttemptRow, TestableSkill } from '#db/assessment/queries.server.ts'

/** A skill that can be tested, as its page and the list show it to one person. */
export type SkillSummary = {
  code: string
  name: string
  description: string
  questions: number
  minutes: number
  /** The level that the person's post asks for. */
  wanted: number | null
  open: { id: string; answered: number; total: number; closesAt: number } | null
  last: { id: string; at: number; from: number; to: number } | null
  /** Set while the wait is not over. */
  againFrom: number | null
}

/** `attempts` are the person's own on this skill, the newest first. */
export function summariseSkill(
  { skill, items }: TestableSkill,
  attempts: AttemptRow[],
  role?: RoleProfile,
): SkillSummary {
  const now = Date.now()
  const locale = currentLocale()
  const open = attempts.find((attempt) => attemptState(attempt, now) === 'open')
  const last = attempts.find((attempt) => attempt.result !== null)
  const again = retakeFrom(attempts)
  return {
    code: skill.code,
    name: inLocale(skill.name, locale),
    description: inLocale(skill.description, locale),
    ...formSize(items),
    wanted: role?.requires.find((wanted) => wanted.skill === skill.code)?.level ?? null,
    open: open
      ? {
          id: open.id,
          answered: open.answered.length,
          total: open.form.length,
          closesAt: closesAt(open.startedAt),
        }
      : null,
    last: last?.result
      ? {
          id: last.id,
          at: last.finishedAt ?? last.startedAt,
          from: last.result.statement.from,
          to: last.result.statement.to,
        }
      : null,
    againFrom: again !== null && now < again ? again : null,
  }
}

/** The skills of the person's post, then the others, each in the order of the page's language. */
export function groupByRole(skills: SkillSummary[]) {
  const sorted = [...skills].sort((a, b) => compareText(a.name, b.name))
  return {
    forRole: sorted.filter(({ wanted }) => wanted !== null),
    others: sorted.filter(({ wanted }) => wanted === null),
  }
}
