import { z } from 'zod'
import type { AnswersSubmission } from '#app/labs/domain/manifest.ts'
import { slug } from '#app/shared/domain/text.ts'

/**
 * Samples are drawn anew for every submission: draw 1 is worked on until it is submitted, then
 * draw 2, whether the first passed or not. A submission shows what was right, so the same samples
 * are never put to the same person a second time as if they were unknown; a later draw may hold
 * some of them again, since the pool is small.
 */
export function drawNumber(submissionsBefore: number): number {
  return submissionsBefore + 1
}

/** Which samples a draft or a submission is about: a draw of one version of the lab. */
export const drawTag = z.strictObject({ versionId: z.string(), draw: z.int().min(1) })
export type DrawTag = z.infer<typeof drawTag>

/** What is kept of an answers lab before it is submitted; a verdict may be open still. */
export const answersDraft = drawTag.extend({
  answers: z.record(slug, z.strictObject({ verdict: slug.optional(), clues: z.array(slug) })),
})
export type AnswersDraft = z.infer<typeof answersDraft>

/** Names of a sample's fields in the form. */
export const verdictField = (sampleId: string) => `verdict-${sampleId}`
export const cluesField = (sampleId: string) => `clues-${sampleId}`

/** A form's answers to `sampleIds`: fields of other names, and values that are no slug, are dropped. */
export function readAnswers(
  sampleIds: readonly string[],
  fields: Readonly<Record<string, readonly string[]>>,
): AnswersDraft['answers'] {
  const known = (name: string) => {
    const values = Object.hasOwn(fields, name) ? fields[name] : undefined
    return (values ?? []).filter((value) => slug.safeParse(value).success)
  }
  return Object.fromEntries(
    sampleIds.map((id) => {
      const [verdict] = known(verdictField(id))
      return [id, { ...(verdict ? { verdict } : {}), clues: known(cluesField(id)) }]
    }),
  )
}

/** The stored text of a draft if it is about this very draw; a draft of other samples is none. */
export function draftOf(content: string | undefined, { versionId, draw }: DrawTag) {
  try {
    const parsed = answersDraft.safeParse(JSON.parse(content ?? ''))
    const same = parsed.data?.versionId === versionId && parsed.data.draw === draw
    return same ? parsed.data : undefined
  } catch {
    return
  }
}

/** The answers as a submission, without those that have no verdict yet. */
export function toSubmission(answers: AnswersDraft['answers']): AnswersSubmission {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, { verdict, clues }]) =>
      verdict ? [[id, { verdict, clues }] as const] : [],
    ),
  )
}
