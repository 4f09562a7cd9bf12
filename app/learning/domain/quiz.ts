import { z } from 'zod'
import { explainedQuestion } from '#app/assessment/domain/question.ts'
import { slug } from '#app/shared/domain/text.ts'

/**
 * `quiz.yaml` beside a lesson: the checks that `<Quiz id="…" />` places, with their answers.
 * It never reaches a browser; `presentQuestion` says what does.
 */
export const quizFile = z.strictObject({
  quizzes: z
    .array(z.strictObject({ id: slug, questions: z.array(explainedQuestion).min(1).max(6) }))
    .min(1),
})
export type QuizFile = z.infer<typeof quizFile>
