import type { KeptResponse } from '#app/assessment/domain/response.ts'
import { isEvidence, scoreAttempt } from '#app/assessment/domain/result.ts'
import { attemptState } from '#app/assessment/domain/rules.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { addEvidence } from '#db/talent/evidence.server.ts'
import { attempts, itemVersions, responses } from './tables.server.ts'

/**
 * Missing: not the person's, or no such place in the form. Closed: finished, or its time is over.
 */
type OutOfReach = 'missing' | 'closed'

async function openAttempt({ tx, at }: Work, personId: string, attemptId: string) {
  const [attempt] = await tx
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, personId)))
  if (!attempt) return fail<OutOfReach>('missing')
  return attemptState(attempt, at) === 'open' ? ok(attempt) : fail<OutOfReach>('closed')
}

/**
 * Keeps the answer to one place of the form, with the item version and the parameters it is scored
 * by. The first answer stands: a second one is refused as 'answered' and changes nothing.
 */
export function recordResponse(
  personId: string,
  answer: { attemptId: string; position: number; kept: KeptResponse; correct: boolean },
  key?: string,
): Promise<Result<null, OutOfReach | 'answered'>> {
  const { attemptId, position, kept, correct } = answer
  const command = {
    actorId: personId,
    action: 'response.given',
    subjectId: attemptId,
    key,
  } as const
  return perform<Result<null, OutOfReach | 'answered'>>(command, async (work) => {
    const { tx, at, note } = work
    const found = await openAttempt(work, personId, attemptId)
    if (!found.ok) return found
    const here = and(eq(responses.attemptId, attemptId), eq(responses.position, position))
    const [earlier] = await tx.select({ at: responses.at }).from(responses).where(here)
    if (earlier) return fail('answered')
    const itemVersionId = found.value.form[position - 1]
    if (itemVersionId === undefined) return fail('missing')
    const [item] = await tx.select().from(itemVersions).where(eq(itemVersions.id, itemVersionId))
    if (!item) throw new Error(`no item version ${itemVersionId}`)
    const { difficulty, slope } = item
    const row = { attemptId, position, itemVersionId, difficulty, slope, correct, at }
    await tx.insert(responses).values({ ...row, response: kept })
    note({ position, itemVersionId })
    return ok(null)
  })
}

async function scoredAnswers({ tx }: Work, attemptId: string) {
  const rows = await tx
    .select({
      difficulty: responses.difficulty,
      slope: responses.slope,
      correct: responses.correct,
      content: itemVersions.content,
    })
    .from(responses)
    .innerJoin(itemVersions, eq(itemVersions.id, responses.itemVersionId))
    .where(eq(responses.attemptId, attemptId))
    .orderBy(responses.position)
  return rows.map(({ difficulty, slope, correct, content }) => {
    return { item: { difficulty, slope }, aspect: content.aspect, correct }
  })
}

/**
 * Ends an attempt whose every question is answered: its result, and the evidence that it leaves.
 * An attempt that is finished already is refused as 'closed' and stays as it is.
 */
export function finishAttempt(
  personId: string,
  attemptId: string,
  key?: string,
): Promise<Result<null, OutOfReach | 'unanswered'>> {
  const command = {
    actorId: personId,
    action: 'attempt.finished',
    subjectId: attemptId,
    key,
  } as const
  return perform<Result<null, OutOfReach | 'unanswered'>>(command, async (work) => {
    const { tx, at, note } = work
    const found = await openAttempt(work, personId, attemptId)
    if (!found.ok) return found
    const answers = await scoredAnswers(work, attemptId)
    if (answers.length < found.value.form.length) return fail('unanswered')
    const result = scoreAttempt(answers)
    const finished = { result, finishedAt: at, modelVersion: result.model }
    await tx.update(attempts).set(finished).where(eq(attempts.id, attemptId))
    const { skill } = found.value
    if (isEvidence(result)) {
      await addEvidence(work, {
        personId,
        skill,
        level: result.attained,
        kind: 'unsupervised-test',
        diagnostic: true,
        issuer: 'platform',
        sourceId: attemptId,
        sourceVersion: result.model,
      })
    }
    note({ skill, level: result.attained, model: result.model })
    return ok(null)
  })
}
