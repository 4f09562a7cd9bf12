import { compileLesson } from '#app/learning/compile-lesson.server.ts'
import { fail, type Result } from '#app/shared/domain/result.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import type { By } from '#db/authoring/commands.server.ts'
import type { Draft } from '#db/authoring/queries.server.ts'
import {
  type Approved,
  approveDraft,
  type Review,
  type ReviewFailure,
} from '#db/authoring/review-commands.server.ts'
import { checkDraft, type DraftCheck } from './check-draft.server.ts'
import { hasErrors } from './domain/draft-problem.ts'
import type { Known } from './domain/known.ts'
import type { PartReader } from './domain/reading.ts'
import { readerFor } from './read-apart.server.ts'

type Compile = typeof compileLesson
/** The gate and the compiler, each in a process of its own; tests bring others. */
type Tools = { compile?: Compile; read?: PartReader }

/** What is published of a checked draft; undefined where it still has errors. */
async function approvable(check: DraftCheck, compile: Compile): Promise<Approved | undefined> {
  const { problems, lessons, quiz, settings } = check
  if (hasErrors(problems) || !lessons['zh-CN'] || !quiz || !settings) return
  const texts: Approved['texts'] = []
  const pictures = new Set<string>()
  for (const locale of ['zh-CN', 'en'] as const satisfies Locale[]) {
    const lesson = lessons[locale]
    if (!lesson) continue
    const { title = '', summary = '', ...frontMatter } = lesson.frontMatter
    const compiled = await compile(lesson.source, locale)
    for (const { address } of lesson.pictures)
      pictures.add(address.slice(address.lastIndexOf('/') + 1))
    texts.push({ locale, title, summary, source: lesson.source, frontMatter, compiled })
  }
  const { translatedFrom, ...rest } = settings
  const content = lessons.en && translatedFrom ? settings : rest
  return { content, quiz, texts, pictures: [...pictures] }
}

/**
 * Publishes the revision that the reviewer read. The gate and the compiler run again here, on what is
 * stored, before the transaction: what the browser saw is believed in nothing. `broken` where they now
 * refuse it; a compiler that gives up throws its `CompileError`.
 */
export async function approve(
  by: By,
  review: Review,
  draft: Draft,
  known: Known,
  { compile = compileLesson, read = readerFor(by.actorId) }: Tools = {},
): Promise<Result<{ versionId: string }, ReviewFailure | 'broken'>> {
  // A retry of a form that already published answers as the first time did, and compiles nothing.
  if (draft.state !== 'in-review') return approveDraft(by, review, undefined)
  if (draft.revision !== review.revision) return fail('conflict')
  const approved = await approvable(await checkDraft(draft, known, read), compile)
  return approved ? approveDraft(by, review, approved) : fail('broken')
}
