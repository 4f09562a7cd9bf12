import { responses } from '#db/assessment/tables.server.ts'
import { batchRows, performInBatches } from '#db/audit/batches.server.ts'
import type { Tx } from '#db/client.server.ts'
import { and, eq, gte, inArray, lt, ne, notExists } from '#db/dialect/index.ts'
import { idsMadeAt } from '#db/id.server.ts'
import { labAttempts, labDrafts } from '#db/labs/tables.server.ts'
import { checkAnswers, moduleProgress } from './tables.server.ts'

/** Answers to checks, in modules that the learner has not worked on since. */
function deleteChecks(tx: Tx, before: number) {
  const workedOnSince = tx
    .select({ moduleId: moduleProgress.moduleId })
    .from(moduleProgress)
    .where(
      and(
        eq(moduleProgress.personId, checkAnswers.personId),
        eq(moduleProgress.moduleId, checkAnswers.moduleId),
        gte(moduleProgress.savedAt, before),
      ),
    )
  const old = tx
    .select({ id: checkAnswers.id })
    .from(checkAnswers)
    .where(and(lt(checkAnswers.id, idsMadeAt(before)[0]), notExists(workedOnSince)))
    .limit(batchRows)
  return tx.delete(checkAnswers).where(inArray(checkAnswers.id, old)).returning({
    id: checkAnswers.id,
  })
}

/** Answers in assessments; the attempts and their results stay. */
function deleteResponses(tx: Tx, before: number) {
  const old = tx
    .selectDistinct({ attemptId: responses.attemptId })
    .from(responses)
    .where(lt(responses.attemptId, idsMadeAt(before)[0]))
    .limit(batchRows)
  return tx.delete(responses).where(inArray(responses.attemptId, old)).returning({
    id: responses.attemptId,
  })
}

/** What was submitted to labs. The rows stay: their number picks the next draw, and they say who passed. */
function emptySubmissions(tx: Tx, before: number) {
  const old = tx
    .select({ id: labAttempts.id })
    .from(labAttempts)
    .where(and(lt(labAttempts.id, idsMadeAt(before)[0]), ne(labAttempts.submission, '')))
    .limit(batchRows)
  return tx
    .update(labAttempts)
    .set({ submission: '' })
    .where(inArray(labAttempts.id, old))
    .returning({ id: labAttempts.id })
}

/**
 * Deletes what people answered and typed before `before` (UTC ms): answers to checks of modules left
 * alone since, answers in assessments, what was submitted to labs and what was left in their editors.
 * Results, progress, credit hours and evidence stay. Returns how many of each.
 */
export function expireAnswers(before: number): Promise<Record<string, number>> {
  return performInBatches({ action: 'answers.expired', subjectId: 'answers' }, async ({ tx }) => {
    const drafts = tx.delete(labDrafts).where(lt(labDrafts.savedAt, before))
    return {
      checks: (await deleteChecks(tx, before)).length,
      responses: (await deleteResponses(tx, before)).length,
      submissions: (await emptySubmissions(tx, before)).length,
      drafts: (await drafts.returning({ id: labDrafts.labId })).length,
    }
  })
}
