import { createHmac } from 'node:crypto'
import { presentQuestion } from '#app/assessment/domain/present.ts'
import { reviewAnswer } from '#app/assessment/domain/review.ts'
import { keys } from '#app/runtime.server.ts'
import { inLocale, type Locale } from '#app/shared/domain/text.ts'
import type { ModuleText, ModuleVersion } from '#db/catalogue/queries.server.ts'
import type { LabSummary } from '#db/labs/summaries.server.ts'
import type { CheckAnswer } from '#db/learning/queries.server.ts'
import { questionKey } from './domain/completion.ts'
import type { PartView, QuestionView } from './domain/lesson-view.ts'

/** The seed of one try at a question: its learner's alone, and the same each time it is shown. */
export function checkSeed(
  personId: string,
  moduleId: string,
  question: string,
  attempt: number,
): string {
  const text = JSON.stringify(['check', personId, moduleId, question, attempt])
  return createHmac('sha256', keys().seed).update(text).digest('hex').slice(0, 32)
}

type Given = {
  personId: string
  version: ModuleVersion
  locale: Locale
  answers: CheckAnswer[]
  /** The question (`questionKey`) that the learner wants to answer once more. */
  again: string | null
}

/** One question with the try that is due and the latest answer. */
function viewQuestion(
  { personId, version, locale, answers, again }: Given,
  quizId: string,
  question: ModuleVersion['quiz']['quizzes'][number]['questions'][number],
): QuestionView {
  const key = questionKey(quizId, question.id)
  const seed = (attempt: number) => checkSeed(personId, version.moduleId, key, attempt)
  const mine = answers.filter((a) => a.quizId === quizId && a.questionId === question.id)
  const latest = mine.at(-1)
  const view: QuestionView = {
    quizId,
    questionId: question.id,
    attempt: mine.length + 1,
    question: presentQuestion(question, seed(mine.length + 1), locale),
    shown: mine.some(({ correct }) => correct),
    asks: true,
  }
  if (!latest) return view
  const { correct, at, response, attempt, versionId } = latest
  // An answer to an older version may not fit this question: then only whether it was right is said.
  const isOfThis = versionId === version.id
  const review = isOfThis ? reviewAnswer(question, seed(attempt), response, locale) : null
  const asks = again === key || (!review && !correct)
  return { ...view, asks, answered: { correct, review, at } }
}

/** A lesson for one learner: no answer, key or seed is in what comes back. */
export function presentLesson(
  given: Given,
  text: ModuleText,
  labs: Map<string, LabSummary>,
): PartView[] {
  const { version, locale } = given
  return text.compiled.parts.flatMap<PartView>((part) => {
    if (part.kind === 'html') return [part]
    if (part.kind === 'quiz') {
      const quiz = version.quiz.quizzes.find(({ id }) => id === part.id)
      const questions = quiz?.questions.map((question) => viewQuestion(given, part.id, question))
      return questions ? [{ kind: 'quiz', id: part.id, questions }] : []
    }
    const lab = labs.get(part.id)
    if (!lab) return []
    const { manifest, passed } = lab
    const [course] = version.moduleId.split('/')
    return [
      {
        kind: 'lab',
        id: part.id,
        href: `/labs/${course}/${part.id}`,
        title: inLocale(manifest.title, locale),
        minutes: manifest.minutes,
        passed,
      },
    ]
  })
}
