import { gradeResponse, keyResponse } from '#app/assessment/domain/grade.ts'
import type { Response } from '#app/assessment/domain/response.ts'
import { type Filled, fillVariant } from '#app/assessment/domain/variant.ts'
import { questionKey } from '#app/learning/domain/completion.ts'
import { checkSeed } from '#app/learning/present-lesson.server.ts'
import type { ModuleVersion } from '#db/catalogue/queries.server.ts'
import type { GradedAnswer } from '#db/learning/commands.server.ts'

/** Of the questions of a module every so many-th is answered wrongly first. */
const wrongEvery = 4

/** A response that could have been sent and is wrong. */
function wrongResponse(question: Filled): Response {
  const key = keyResponse(question)
  if (key.type === 'order') return { ...key, order: key.order.toReversed() }
  if (key.type === 'match') {
    const [side = ''] = Object.values(key.pairs)
    return { ...key, pairs: Object.fromEntries(Object.keys(key.pairs).map((id) => [id, side])) }
  }
  if (question.type === 'single' || question.type === 'multiple') {
    const choice = question.choices.find(({ correct }) => !correct)?.id ?? ''
    return key.type === 'single' ? { ...key, choice } : { type: 'multiple', choices: [choice] }
  }
  return { type: question.type === 'number' ? 'number' : 'short', text: '0' }
}

/**
 * All tries of a learner at the checks of these modules, in order, as the product would grade them:
 * most questions at once, some at the second try. Ends when every question was answered rightly.
 */
export function* triesAt(personId: string, versions: ModuleVersion[]): Generator<GradedAnswer> {
  for (const { id: versionId, moduleId, quiz } of versions) {
    const questions = quiz.quizzes.flatMap(({ id: quizId, questions }) =>
      questions.map((question) => ({ quizId, question })),
    )
    for (const [index, { quizId, question }] of questions.entries()) {
      const questionId = question.id
      const answer = (attempt: number, respond: (filled: Filled) => Response): GradedAnswer => {
        const seed = checkSeed(personId, moduleId, questionKey(quizId, questionId), attempt)
        const filled = fillVariant(question, seed)
        const response = respond(filled)
        const { correct } = gradeResponse(filled, response, 'zh-CN')
        const about = { personId, moduleId, versionId, quizId, questionId }
        return { ...about, attempt, response, correct }
      }
      const slips = index % wrongEvery === wrongEvery - 1
      if (slips) yield answer(1, wrongResponse)
      yield answer(slips ? 2 : 1, keyResponse)
    }
  }
}
