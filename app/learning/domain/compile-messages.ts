import type { Locale } from '#app/shared/domain/text.ts'
import type { CompiledLesson } from './compiled-lesson.ts'

/** What the compiling process is asked. */
export type CompileRequest = { source: string; locale: Locale }

/** What it answers: the lesson, or why there is none. */
export type CompileReply = { lesson: CompiledLesson; refused?: undefined } | { refused: string }
