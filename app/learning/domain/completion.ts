import type { ModuleFile } from '#app/catalogue/domain/course.ts'
import type { QuizFile } from './quiz.ts'

/** One thing to do before a module counts as completed, and whether it is done. */
export type Step =
  | { kind: 'question'; quizId: string; questionId: string; done: boolean }
  | { kind: 'lab'; lab: string; done: boolean }

/** What has been shown so far: questions answered rightly at least once, and labs passed. */
export type Shown = { questions: ReadonlySet<string>; labs: ReadonlySet<string> }

/** How a question is named among those of its module. */
export function questionKey(quizId: string, questionId: string): string {
  return `${quizId}/${questionId}`
}

/**
 * The rule for completing a module, in order: every question of every check answered rightly once,
 * and every lab of `module.yaml` passed. Time spent counts for nothing.
 */
export function completionSteps(content: ModuleFile, quiz: QuizFile, shown: Shown): Step[] {
  const questions = quiz.quizzes.flatMap(({ id, questions }) =>
    questions.map<Step>((question) => ({
      kind: 'question',
      quizId: id,
      questionId: question.id,
      done: shown.questions.has(questionKey(id, question.id)),
    })),
  )
  const labs = content.labs.map<Step>((lab) => ({ kind: 'lab', lab, done: shown.labs.has(lab) }))
  return [...questions, ...labs]
}

export function isComplete(steps: Step[]): boolean {
  return steps.every(({ done }) => done)
}
