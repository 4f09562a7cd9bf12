import { gradeResponse } from '#app/assessment/domain/grade.ts'
import type { Item } from '#app/assessment/domain/item.ts'
import { atPosition } from '#app/assessment/domain/present.ts'
import {
  type FormFields,
  type KeptResponse,
  readResponse,
  type UnreadableResponse,
} from '#app/assessment/domain/response.ts'
import { attemptState, nextOpen } from '#app/assessment/domain/rules.ts'
import { fillVariant } from '#app/assessment/domain/variant.ts'
import { ok, type Result } from '#app/shared/domain/result.ts'
import { finishAttempt } from '#db/assessment/commands.server.ts'
import { findAttempt } from '#db/assessment/queries.server.ts'
import { attemptSeed } from './seed.server.ts'

/** The button that says 'I don't know' sends this field. */
export const unknownField = 'unknown'

/** The answer in `form` to an item at a place of the attempt, graded; or why it cannot be read. */
export function gradeForm(
  item: Item,
  attemptId: string,
  position: number,
  form: FormFields,
): Result<{ kept: KeptResponse; correct: boolean }, UnreadableResponse> {
  if (form[unknownField]) return ok({ kept: { response: null, normalised: '' }, correct: false })
  const question = atPosition(item.question, position)
  const seed = attemptSeed(attemptId)
  const given = readResponse(question, seed, form)
  if (!given.ok) return given
  const { correct, normalised } = gradeResponse(fillVariant(question, seed), given.value, 'zh-CN')
  return ok({ kept: { response: given.value, normalised }, correct })
}

/** Where an attempt goes on after `position`; when nothing is left to answer, it is finished. */
export async function goOn(personId: string, attemptId: string, position = 0): Promise<string> {
  const attempt = await findAttempt(personId, attemptId)
  const page = `/attempts/${attemptId}`
  if (!attempt || attemptState(attempt, Date.now()) !== 'open') return `${page}/result`
  const next = nextOpen(attempt, position)
  if (next !== undefined) return `${page}/${next}`
  await finishAttempt(personId, attemptId)
  return `${page}/result`
}
