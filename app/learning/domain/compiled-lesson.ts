/** A published lesson in one language: HTML in document order, with places for checks and labs. */
export type LessonPart =
  | { kind: 'html'; html: string }
  | { kind: 'quiz'; id: string }
  | { kind: 'lab'; id: string }

export type CompiledLesson = {
  parts: LessonPart[]
  /** Colours of code, as classes; empty where the lesson shows none. */
  css: string
  headings: { id: string; text: string; depth: number }[]
}
