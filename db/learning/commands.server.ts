import type { Response } from '#app/assessment/domain/response.ts'
import { perform } from '#db/audit/perform.server.ts'
import { findCurrentVersionId } from '#db/catalogue/queries.server.ts'
import { read } from '#db/client.server.ts'
import { and, count, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { completeIfDone } from './complete.server.ts'
import type { Progress } from './queries.server.ts'
import { checkAnswers, enrolments, moduleProgress } from './tables.server.ts'

const own = (personId: string, moduleId: string) =>
  and(eq(moduleProgress.personId, personId), eq(moduleProgress.moduleId, moduleId))

async function findProgress(personId: string, moduleId: string): Promise<Progress | undefined> {
  const [row] = await read().select().from(moduleProgress).where(own(personId, moduleId))
  return row
}

/**
 * The learner's place in a module; the first time, it is begun on the current version, which stays
 * theirs until they choose another. Undefined when there is no such module.
 */
export async function openModule(
  personId: string,
  moduleId: string,
): Promise<Progress | undefined> {
  const progress = await findProgress(personId, moduleId)
  if (progress) return progress
  const versionId = await findCurrentVersionId(moduleId)
  if (!versionId) return
  const command = { actorId: personId, action: 'module.opened', subjectId: moduleId } as const
  await perform(command, async ({ tx, at }) => {
    await tx
      .insert(moduleProgress)
      .values({ personId, moduleId, versionId, openedAt: at, savedAt: at })
      .onConflictDoNothing()
    await tx
      .insert(enrolments)
      .values({
        personId,
        course: moduleId.slice(0, moduleId.indexOf('/')),
        kind: 'self-chosen',
        at,
      })
      .onConflictDoNothing()
  })
  return findProgress(personId, moduleId)
}

export type GradedAnswer = {
  personId: string
  moduleId: string
  versionId: string
  quizId: string
  questionId: string
  /** The try this answer belongs to; a second answer to the same try changes nothing. */
  attempt: number
  response: Response
  correct: boolean
}

/** Saves an answer to a check, and completes the module when it was the last step. */
export async function saveCheckAnswer(
  answer: GradedAnswer,
  key: string,
): Promise<{ completed: boolean }> {
  const { personId, moduleId, quizId, questionId, attempt, correct } = answer
  const command = { actorId: personId, action: 'check.answered', subjectId: moduleId, key } as const
  return perform(command, async (work) => {
    const { tx, at, note } = work
    note({ quizId, questionId, attempt, correct })
    const [before] = await tx
      .select({ answers: count() })
      .from(checkAnswers)
      .where(
        and(
          eq(checkAnswers.personId, personId),
          eq(checkAnswers.moduleId, moduleId),
          eq(checkAnswers.quizId, quizId),
          eq(checkAnswers.questionId, questionId),
        ),
      )
    if ((before?.answers ?? 0) >= attempt) return { completed: false }
    await tx.insert(checkAnswers).values({ ...answer, id: newId(at), at })
    await tx.update(moduleProgress).set({ savedAt: at }).where(own(personId, moduleId))
    return { completed: await completeIfDone(work, personId, moduleId) }
  })
}

/** Moves a learner to the current version of a module; what they have shown so far stays. */
export async function moveToCurrentVersion(
  personId: string,
  moduleId: string,
  key: string,
): Promise<void> {
  const versionId = await findCurrentVersionId(moduleId)
  if (!versionId) return
  const command = { actorId: personId, action: 'module.moved', subjectId: moduleId, key } as const
  await perform(command, async (work) => {
    work.note({ versionId })
    await work.tx
      .update(moduleProgress)
      .set({ versionId, savedAt: work.at })
      .where(own(personId, moduleId))
    await completeIfDone(work, personId, moduleId)
  })
}
