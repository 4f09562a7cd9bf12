import type { Response } from '#app/assessment/domain/response.ts'
import { prepared, read } from '#db/client.server.ts'
import { and, asc, desc, eq, gte, lt, sql } from '#db/dialect/index.ts'
import { checkAnswers, creditEntries, enrolments, moduleProgress } from './tables.server.ts'

/** Where a learner is in a module. Times are UTC ms. */
export type Progress = {
  moduleId: string
  versionId: string
  openedAt: number
  savedAt: number
  completedAt: number | null
}

const progressColumns = {
  moduleId: moduleProgress.moduleId,
  versionId: moduleProgress.versionId,
  openedAt: moduleProgress.openedAt,
  savedAt: moduleProgress.savedAt,
  completedAt: moduleProgress.completedAt,
}

const progressOfPerson = prepared('progress-of-person', (db) =>
  db
    .select(progressColumns)
    .from(moduleProgress)
    .where(eq(moduleProgress.personId, sql.placeholder('personId')))
    .orderBy(desc(moduleProgress.savedAt)),
)

/** Every module the learner has opened, the latest first. */
export function listProgress(personId: string): Promise<Progress[]> {
  return progressOfPerson({ personId })
}

/** An answer to a check: the newest of each question decides what is shown. */
export type CheckAnswer = {
  quizId: string
  questionId: string
  versionId: string
  attempt: number
  response: Response
  correct: boolean
  at: number
}

const answersOfModule = prepared('check-answers', (db) =>
  db
    .select({
      quizId: checkAnswers.quizId,
      questionId: checkAnswers.questionId,
      versionId: checkAnswers.versionId,
      attempt: checkAnswers.attempt,
      response: checkAnswers.response,
      correct: checkAnswers.correct,
      at: checkAnswers.at,
    })
    .from(checkAnswers)
    .where(
      and(
        eq(checkAnswers.personId, sql.placeholder('personId')),
        eq(checkAnswers.moduleId, sql.placeholder('moduleId')),
      ),
    )
    .orderBy(asc(checkAnswers.at), asc(checkAnswers.id)),
)

/** The learner's answers to the checks of a module, oldest first. */
export async function listCheckAnswers(personId: string, moduleId: string): Promise<CheckAnswer[]> {
  return (await answersOfModule({ personId, moduleId })) as CheckAnswer[]
}

const answeredModules = prepared('answered-modules', (db) =>
  db
    .selectDistinct({ moduleId: checkAnswers.moduleId })
    .from(checkAnswers)
    .where(eq(checkAnswers.personId, sql.placeholder('personId'))),
)

/** The modules in which the learner answered a check. */
export async function listAnsweredModules(personId: string): Promise<string[]> {
  return (await answeredModules({ personId })).map(({ moduleId }) => moduleId)
}

export type CreditEntry = { moduleId: string; hours: number; at: number }

/** Credit hours (学时) earned from `from` until before `until`, in order of time. */
export function listCredits(personId: string, from = 0, until = Number.MAX_SAFE_INTEGER) {
  return read()
    .select({ moduleId: creditEntries.moduleId, hours: creditEntries.hours, at: creditEntries.at })
    .from(creditEntries)
    .where(
      and(
        eq(creditEntries.personId, personId),
        gte(creditEntries.at, from),
        lt(creditEntries.at, until),
      ),
    )
    .orderBy(asc(creditEntries.at))
}

const enrolmentsOfPerson = prepared('enrolments-of-person', (db) =>
  db
    .select({
      course: enrolments.course,
      kind: enrolments.kind,
      at: enrolments.at,
      dueAt: enrolments.dueAt,
    })
    .from(enrolments)
    .where(eq(enrolments.personId, sql.placeholder('personId')))
    .orderBy(asc(enrolments.at)),
)

/** The courses a learner chose or was sent to. */
export function listEnrolments(personId: string) {
  return enrolmentsOfPerson({ personId })
}
