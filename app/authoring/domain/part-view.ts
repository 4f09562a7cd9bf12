import type { QuizFile } from '#app/learning/domain/quiz.ts'
import type { Bilingual, Locale } from '#app/shared/domain/text.ts'
import type { DraftProblem } from './draft-problem.ts'

/** A stretch of a lesson as it is previewed: what stands at a place is only named there. */
export type PreviewPart =
  | { kind: 'html'; html: string }
  /** `questions`: how many; undefined where quiz.yaml has no such check. */
  | { kind: 'quiz'; id: string; questions: number | undefined }
  | { kind: 'lab'; id: string; title: Bilingual | undefined; minutes: number | undefined }

export type LessonPreview = {
  locale: Locale
  title: string
  summary: string
  parts: PreviewPart[]
  /** Rules for the colours of code. */
  css: string
}

/** What an author sees beside the source: the lesson or the checks as they would be, and what to mend. */
export type PartView = {
  problems: DraftProblem[]
  lesson?: LessonPreview
  quiz?: QuizFile
}
