import { z } from 'zod'
import { type Bilingual, bilingual, chineseFirst, slug } from '#app/shared/domain/text.ts'

/**
 * Questions as authors write them, shared by checks in lessons (`quiz.yaml`) and test items.
 * Any text may contain `{{name}}`, filled from the variant that the seed picks.
 */

const correctness = { correct: z.boolean().default(false) }

type Text = z.ZodType<Bilingual>

function shapes<F extends z.ZodType, O extends z.ZodType>(text: Text, feedback: F, outcome: O) {
  const choice = z.strictObject({ id: slug, text, feedback, ...correctness })
  const head = { id: slug, prompt: text }
  const variants = z
    .array(z.record(z.string(), z.union([z.string(), z.number()])))
    .min(2)
    .optional()
  return [
    /** One right choice. */
    z.strictObject({
      ...head,
      type: z.literal('single'),
      choices: z.array(choice).min(2).max(8),
      variants,
    }),
    /** Any number of right choices; right only when exactly those are chosen. */
    z.strictObject({
      ...head,
      type: z.literal('multiple'),
      choices: z.array(choice).min(3).max(10),
      variants,
    }),
    /** `steps` in their right order; shown shuffled. A misplaced step shows its own feedback. */
    z.strictObject({
      ...head,
      type: z.literal('order'),
      steps: z
        .array(z.strictObject({ id: slug, text, feedback }))
        .min(3)
        .max(8),
      feedback: outcome,
      variants,
    }),
    /** Each left side has one right side; `distractors` are right sides that belong to none. */
    z.strictObject({
      ...head,
      type: z.literal('match'),
      pairs: z
        .array(z.strictObject({ id: slug, left: text, right: text, feedback }))
        .min(2)
        .max(8),
      distractors: z.array(z.strictObject({ id: slug, text })).default([]),
      feedback: outcome,
      variants,
    }),
    /** A number within `tolerance` of `answer` (a number, or one `{{name}}`). */
    z.strictObject({
      ...head,
      type: z.literal('number'),
      answer: z.union([z.number(), z.string().regex(/^\{\{\w+\}\}$/)]),
      tolerance: z.number().min(0).default(0),
      unit: text.optional(),
      /** Wrong answers worth their own words, tried in order. */
      wrong: z
        .array(
          z.strictObject({
            answer: z.union([z.number(), z.string().regex(/^\{\{\w+\}\}$/)]),
            feedback,
          }),
        )
        .default([]),
      feedback: outcome,
      variants,
    }),
    /** A few words; compared after NFKC, lower case, and collapsed spaces. */
    z.strictObject({
      ...head,
      type: z.literal('short'),
      accept: z.array(z.string().min(1)).min(1),
      wrong: z
        .array(z.strictObject({ answers: z.array(z.string().min(1)).min(1), feedback }))
        .default([]),
      feedback: outcome,
      variants,
    }),
  ] as const
}

/**
 * A question of a lesson, whose every outcome explains itself: right, and each way of being wrong. Like
 * its lesson it may be in Chinese alone.
 */
export const explainedQuestion = z.discriminatedUnion('type', [
  ...shapes(
    chineseFirst,
    chineseFirst,
    z.strictObject({ right: chineseFirst, wrong: chineseFirst }),
  ),
])
/** A question for a test: no feedback is shown, so none is required. */
export const plainQuestion = z.discriminatedUnion('type', [
  ...shapes(
    bilingual,
    bilingual.optional(),
    z.strictObject({ right: bilingual.optional(), wrong: bilingual.optional() }).optional(),
  ),
])

export type ExplainedQuestion = z.infer<typeof explainedQuestion>
export type Question = z.infer<typeof plainQuestion>
