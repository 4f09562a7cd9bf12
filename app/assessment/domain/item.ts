import { z } from 'zod'
import { plainQuestion } from '#app/assessment/domain/question.ts'
import { bilingual, slug } from '#app/shared/domain/text.ts'

/** One test item. Its level fixes its provisional difficulty until it is calibrated. */
export const item = z.strictObject({
  level: z.int().min(1).max(4),
  /** Part of the skill it belongs to; results are reported by aspect. */
  aspect: slug,
  /** Why the key is right and the others are not: for reviewers, never shown during a test. */
  rationale: bilingual,
  question: plainQuestion,
})
export type Item = z.infer<typeof item>

/** `content/items/<skill>/items.yaml`. Item ids are `question.id`, unique within the skill. */
export const itemFile = z.strictObject({
  skill: slug,
  aspects: z.array(z.strictObject({ id: slug, name: bilingual, advice: bilingual })).min(2),
  items: z.array(item).min(1),
})
export type ItemFile = z.infer<typeof itemFile>
