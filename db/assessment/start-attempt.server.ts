import { drawForm } from '#app/assessment/domain/draw-form.ts'
import { measurementModel } from '#app/assessment/domain/measurement.ts'
import { assessmentRules, attemptState, retakeFrom } from '#app/assessment/domain/rules.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, desc, eq, inArray, isNull } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { attempts, items, itemVersions } from './tables.server.ts'

/** Why no attempt begins: one is open already, it is too early, or the skill has no items. */
export type NotStarted =
  | { reason: 'open'; attemptId: string }
  | { reason: 'wait'; from: number }
  | { reason: 'no-items' }

type Attempt = typeof attempts.$inferSelect

function attemptsOf({ tx }: Work, personId: string, skill: string) {
  return tx
    .select()
    .from(attempts)
    .where(and(eq(attempts.personId, personId), eq(attempts.skill, skill)))
    .orderBy(desc(attempts.startedAt))
}

/** When the person last met each item of `earlier` forms, by item id. */
async function lastShown({ tx }: Work, earlier: Attempt[]): Promise<Map<string, number>> {
  const at = new Map<string, number>()
  for (const { form, startedAt } of earlier) {
    for (const id of form) at.set(id, Math.max(at.get(id) ?? 0, startedAt))
  }
  if (at.size === 0) return at
  const rows = await tx
    .select({ id: itemVersions.id, itemId: itemVersions.itemId })
    .from(itemVersions)
    .where(inArray(itemVersions.id, [...at.keys()]))
  const shown = new Map<string, number>()
  for (const { id, itemId } of rows) {
    shown.set(itemId, Math.max(shown.get(itemId) ?? 0, at.get(id) ?? 0))
  }
  return shown
}

async function drawItems(work: Work, skill: string, earlier: Attempt[], seed: string) {
  const stock = await work.tx
    .select({ id: items.id, versionId: itemVersions.id, content: itemVersions.content })
    .from(items)
    .innerJoin(itemVersions, eq(itemVersions.id, items.currentVersionId))
    .where(and(eq(items.skill, skill), isNull(items.retiredAt)))
  const shown = await lastShown(work, earlier)
  const bank = stock.map(({ id, versionId, content: { level, aspect } }) => {
    return { id, versionId, level, aspect, shownAt: shown.get(id) }
  })
  return drawForm(bank, assessmentRules.length, seed).map(({ versionId }) => versionId)
}

/**
 * Begins an attempt of the person's own, its form drawn with `seedOf(id)`. Refused, with nothing
 * written, while another is open or the wait since the last one is not over.
 */
export function startAttempt(
  personId: string,
  skill: string,
  { seedOf, key }: { seedOf: (attemptId: string) => string; key?: string },
): Promise<Result<string, NotStarted>> {
  const id = newId()
  const command = { actorId: personId, action: 'attempt.started', subjectId: id, key } as const
  return perform<Result<string, NotStarted>>(command, async (work) => {
    const { tx, at, note } = work
    const earlier = await attemptsOf(work, personId, skill)
    const open = earlier.find((attempt) => attemptState(attempt, at) === 'open')
    if (open) return fail({ reason: 'open', attemptId: open.id })
    const from = retakeFrom(earlier)
    if (from !== null && at < from) return fail({ reason: 'wait', from })
    const form = await drawItems(work, skill, earlier, seedOf(id))
    if (form.length === 0) return fail({ reason: 'no-items' })
    const modelVersion = measurementModel.version
    await tx.insert(attempts).values({ id, personId, skill, modelVersion, form, startedAt: at })
    note({ skill, rules: assessmentRules.version, items: form.length })
    return ok(id)
  })
}
