import { z } from 'zod'
import { CompileError } from '#app/learning/compile-lesson.server.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { By } from '#db/authoring/commands.server.ts'
import { listNameable } from '#db/authoring/published.server.ts'
import type { Draft } from '#db/authoring/queries.server.ts'
import { type ReviewFailure, requestChanges } from '#db/authoring/review-commands.server.ts'
import { approve } from './approve-draft.server.ts'
import { knownOf } from './view-draft.server.ts'

const schema = z.object({
  decision: z.enum(['approve', 'return'], { error: () => m.authoring_decision_needed() }),
  revision: z.coerce.number(),
  comment: z
    .string()
    .trim()
    .max(4_000, { error: () => m.authoring_comment_long() }),
})

const words: Record<ReviewFailure | 'broken', () => string> = {
  author: m.authoring_review_author,
  state: m.authoring_not_waiting_text,
  conflict: m.authoring_review_conflict,
  overtaken: m.authoring_review_overtaken,
  broken: m.authoring_review_broken,
}

type Refusal = { errors: Record<string, string>; status: number }

/** Carries out what the reviewer decided; what cannot be is said in words for their form. */
export async function decide(
  by: By,
  draft: Draft,
  form: FormData,
): Promise<Result<'approved' | 'returned', Refusal>> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return fail({ errors: parsed.error, status: 422 })
  const { decision, revision, comment } = parsed.value
  const review = { draftId: draft.id, revision, comment }
  if (decision === 'return' && !comment) {
    return fail({ errors: { comment: m.authoring_comment_needed() }, status: 422 })
  }
  const refuse = (text: string) => fail({ errors: { form: text }, status: 409 })
  if (decision === 'return') {
    const result = await requestChanges(by, review)
    return result.ok ? ok('returned') : refuse(words[result.error]())
  }
  try {
    const known = knownOf(await listNameable(draft.course))
    const result = await approve(by, review, draft, known)
    return result.ok ? ok('approved') : refuse(words[result.error]())
  } catch (error) {
    if (error instanceof CompileError) return refuse(m.authoring_compile_slow())
    throw error
  }
}
