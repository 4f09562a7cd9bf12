/** A stretch of a published lesson: finished HTML, or the place of a check or a lab. */
export type Part =
  | { kind: 'html'; html: string }
  | { kind: 'quiz'; id: string }
  | { kind: 'lab'; id: string }

/** A heading of the lesson; `id` is what an anchor leads to. */
export type LessonHeading = { id: string; text: string; depth: number }

/**
 * A block of the lesson's source. `hash` is of its text with white space evened out: when a Chinese
 * block's hash changes, its English has to be looked at. `id` is made from the hash, so that it stays
 * the same while other blocks come and go.
 */
export type LessonBlock = { id: string; hash: string }

/** A lesson as it is stored when it is published, in document order. */
export type CompiledLesson = {
  parts: Part[]
  /** Rules for the colours of this lesson's code. */
  css: string
  headings: LessonHeading[]
  blocks: LessonBlock[]
  /** SHA-256 (hex) of parts and css: what the stored lesson can be checked against. */
  hash: string
}
