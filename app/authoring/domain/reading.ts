import type { FrontMatter } from '#app/learning/domain/gate/front-matter.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'

/** A place in a text as typed: line and column from 1. */
export type Place = { line: number; column: number }

/** Something wrong with one text, in words. `detail` tells one cause of a gate's code from another. */
export type TextProblem = Place & {
  code: string
  detail?: string
  message: string
  severity: 'error' | 'warning'
  isPicture?: true
}

/** Where a lesson places a check or a lab. */
export type Placement = Place & { id: string }

/** Where a lesson shows a picture; `described`: whether it says what is on it. */
export type PicturePlace = Place & { address: string; described: boolean }

/** A lesson that the gate let through: what a draft is checked by and what is compiled. */
export type ReadLesson = {
  frontMatter: FrontMatter
  /** Without front matter, with line feeds only. */
  source: string
  quizzes: Placement[]
  labs: Placement[]
  pictures: PicturePlace[]
  /** Its blocks in order: the hash of each, and its line. */
  blocks: { hash: string; line: number }[]
}

export type LessonReading = { problems: TextProblem[]; lesson?: ReadLesson }
export type QuizReading = { problems: TextProblem[]; quiz?: QuizFile }

/** What the gate alone says of a file. */
export type FileReading = { ok: boolean; problems: TextProblem[] }

/** Reads the texts of a draft; messages are in the language of the page. */
export type PartReader = {
  lesson(text: string): Promise<LessonReading>
  quiz(text: string): Promise<QuizReading>
}
