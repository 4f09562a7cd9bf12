import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { CompileError, compileLesson } from '#app/learning/compile-lesson.server.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import type { ReadLesson } from './domain/reading.ts'

type Compiled = Result<CompiledLesson, CompileError['reason']>

/** An author looks at one text again and again: compiling takes a tenth of a second and more. */
const recent = new LRUCache<string, Promise<Compiled>>({ max: 40 })

async function compile(source: string, locale: Locale, owner: string): Promise<Compiled> {
  try {
    return ok(await compileLesson(source, locale, owner))
  } catch (error) {
    if (error instanceof CompileError) return fail(error.reason)
    throw error
  }
}

/**
 * The lesson as learners would get it, or why the compiler gave up. It takes what the gate let through
 * and nothing else: an author's text is code until then.
 */
export function previewLesson(
  { source }: ReadLesson,
  locale: Locale,
  owner: string,
): Promise<Compiled> {
  const key = createHash('sha256').update(`${locale}\0${source}`).digest('hex')
  const known = recent.get(key)
  if (known) return known
  const made = compile(source, locale, owner)
  recent.set(key, made)
  const forget = () => recent.delete(key)
  // What failed for lack of time or memory may succeed later.
  made.then((result) => result.ok || forget(), forget)
  return made
}
