import { gradeResponse } from '#app/assessment/domain/grade.ts'
import { type Presented, presentQuestion } from '#app/assessment/domain/present.ts'
import {
  type FormFields,
  readResponse,
  type UnreadableResponse,
} from '#app/assessment/domain/response.ts'
import { fillVariant } from '#app/assessment/domain/variant.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { findModuleVersion } from '#db/catalogue/queries.server.ts'
import { openModule, saveCheckAnswer } from '#db/learning/commands.server.ts'
import { questionKey } from './domain/completion.ts'
import { checkSeed } from './present-lesson.server.ts'

type Sent = {
  personId: string
  moduleId: string
  quizId: string
  questionId: string
  attempt: number
  fields: FormFields
  key: string
}

/** There is no such question any more, or what was sent cannot be read as an answer to it. */
export type AnswerProblem =
  | { problem: 'gone' }
  | { problem: UnreadableResponse; question: Presented }

/** Grades and saves what a learner answered to a check; says whether that completed the module. */
export async function answerCheck(
  sent: Sent,
): Promise<Result<{ completed: boolean }, AnswerProblem>> {
  const { personId, moduleId, quizId, questionId, attempt, fields, key } = sent
  const progress = await openModule(personId, moduleId)
  const version = progress && (await findModuleVersion(progress.versionId))
  const question = version?.quiz.quizzes
    .find(({ id }) => id === quizId)
    ?.questions.find(({ id }) => id === questionId)
  if (!version || !question || !Number.isInteger(attempt) || attempt < 1)
    return fail({ problem: 'gone' })
  const seed = checkSeed(personId, moduleId, questionKey(quizId, questionId), attempt)
  const read = readResponse(question, seed, fields)
  if (!read.ok) {
    return fail({ problem: read.error, question: presentQuestion(question, seed, 'zh-CN') })
  }
  const { correct } = gradeResponse(fillVariant(question, seed), read.value, 'zh-CN')
  const versionId = version.id
  const answer = { personId, moduleId, versionId, quizId, questionId, attempt, correct }
  return ok(await saveCheckAnswer({ ...answer, response: read.value }, key))
}
