import type { Comment } from '#app/assessment/domain/grade.ts'
import type { Presented } from '#app/assessment/domain/present.ts'

/** A question of a check as its learner sees it now. */
export type QuestionView = {
  quizId: string
  questionId: string
  /** The try that a new answer would be, from 1. */
  attempt: number
  question: Presented
  /** How the latest answer was: what it said back, and when it was saved (UTC ms). */
  answered?: { correct: boolean; feedback: Comment[]; at: number }
  /** Answered rightly at least once: this is what completing the module asks. */
  shown: boolean
}

/** A lesson in document order, with its checks and labs as this learner has them. */
export type PartView =
  | { kind: 'html'; html: string }
  | { kind: 'quiz'; id: string; questions: QuestionView[] }
  | { kind: 'lab'; id: string; href: string; title: string; minutes: number; passed: boolean }
