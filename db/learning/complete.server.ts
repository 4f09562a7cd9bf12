import { completionSteps, isComplete, questionKey } from '#app/learning/domain/completion.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { moduleVersions } from '#db/catalogue/tables.server.ts'
import { and, eq, inArray, isNull } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { labAttempts } from '#db/labs/tables.server.ts'
import { addEvidence } from '#db/talent/evidence.server.ts'
import { checkAnswers, creditEntries, moduleProgress } from './tables.server.ts'

async function passedLabs({ tx }: Work, personId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ labId: labAttempts.labId })
    .from(labAttempts)
    .where(
      and(
        eq(labAttempts.personId, personId),
        eq(labAttempts.passed, true),
        inArray(labAttempts.labId, ids),
      ),
    )
  return new Set(rows.map(({ labId }) => labId.slice(labId.indexOf('/') + 1)))
}

/**
 * Within the command that answered a check or passed a lab: when that was the last step, the module
 * is completed, once, with its credit hours and its evidence. Returns whether it was the last step.
 */
export async function completeIfDone(
  work: Work,
  personId: string,
  moduleId: string,
): Promise<boolean> {
  const { tx, at } = work
  const mine = and(eq(moduleProgress.personId, personId), eq(moduleProgress.moduleId, moduleId))
  const [progress] = await tx
    .select({ versionId: moduleProgress.versionId })
    .from(moduleProgress)
    .where(and(mine, isNull(moduleProgress.completedAt)))
  if (!progress) return false
  const { versionId } = progress
  const [version] = await tx.select().from(moduleVersions).where(eq(moduleVersions.id, versionId))
  if (!version) return false
  const right = await tx
    .select({ quizId: checkAnswers.quizId, questionId: checkAnswers.questionId })
    .from(checkAnswers)
    .where(
      and(
        eq(checkAnswers.personId, personId),
        eq(checkAnswers.moduleId, moduleId),
        eq(checkAnswers.correct, true),
      ),
    )
  const { content, quiz } = version
  const course = moduleId.slice(0, moduleId.indexOf('/'))
  const shown = {
    questions: new Set(right.map((row) => questionKey(row.quizId, row.questionId))),
    labs: await passedLabs(
      work,
      personId,
      content.labs.map((lab) => `${course}/${lab}`),
    ),
  }
  if (!isComplete(completionSteps(content, quiz, shown))) return false
  await tx.update(moduleProgress).set({ completedAt: at, savedAt: at }).where(mine)
  const hours = content.creditHours
  await tx.insert(creditEntries).values({ id: newId(at), personId, moduleId, versionId, hours, at })
  for (const { skill, level } of content.skills) {
    await addEvidence(work, {
      personId,
      skill,
      level,
      kind: 'completed-module',
      issuer: 'platform',
      sourceId: moduleId,
      sourceVersion: versionId,
    })
  }
  return true
}
