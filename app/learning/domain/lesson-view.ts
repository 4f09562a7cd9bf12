import type { Presented } from '#app/assessment/domain/present.ts'
import type { Review } from '#app/assessment/domain/review.ts'

/** A question of a check as its learner sees it now. */
export type QuestionView = {
  quizId: string
  questionId: string
  /** The try that a new answer would be, from 1. */
  attempt: number
  question: Presented
  /**
   * The latest answer, and when it was saved (UTC ms). Its question is shown again as it was, unless
   * that was in another version of the lesson.
   */
  answered?: { correct: boolean; review: Review | null; at: number }
  /** Answered rightly at least once: this is what completing the module asks. */
  shown: boolean
  /** Whether to ask it now, rather than show the latest answer. */
  asks: boolean
}

/** A lesson in document order, with its checks and labs as this learner has them. */
export type PartView =
  | { kind: 'html'; html: string }
  | { kind: 'quiz'; id: string; questions: QuestionView[] }
  | { kind: 'lab'; id: string; href: string; title: string; minutes: number; passed: boolean }
