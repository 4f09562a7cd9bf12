import type { CourseFile } from '#app/catalogue/domain/course.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { publishPictures } from '#db/catalogue/pictures.server.ts'
import {
  moduleIdOf,
  type NewModuleVersion,
  publishCourse,
  publishModule,
} from '#db/catalogue/publish.server.ts'
import { courses, courseVersions, modules } from '#db/catalogue/tables.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import type { By } from './commands.server.ts'
import { draftAuthors, drafts, reviewDecisions } from './tables.server.ts'

/**
 * Why a decision does not stand: the reviewer had a hand in the draft ('author'), it does not wait
 * ('state'), it was saved since the reviewer opened it ('conflict'), or another version was published
 * since the draft was begun ('overtaken').
 */
export type ReviewFailure = 'author' | 'state' | 'conflict' | 'overtaken'

/** A reviewer's word about the revision they read. */
export type Review = { draftId: string; revision: number; comment: string }

type Row = typeof drafts.$inferSelect

/** The draft, if this person may decide about this revision of it. */
async function decidable(
  { tx }: Work,
  reviewerId: string,
  { draftId, revision }: Review,
): Promise<Result<Row, ReviewFailure>> {
  const [draft] = await tx.select().from(drafts).where(eq(drafts.id, draftId))
  if (!draft) return fail('state')
  const [own] = await tx
    .select()
    .from(draftAuthors)
    .where(and(eq(draftAuthors.draftId, draftId), eq(draftAuthors.personId, reviewerId)))
  if (own) return fail('author')
  if (draft.state !== 'in-review') return fail('state')
  if (draft.revision !== revision) return fail('conflict')
  return ok(draft)
}

async function record(
  { tx, at }: Work,
  reviewerId: string,
  review: Review,
  decision: { decision: 'approved' | 'changes-requested'; authorsNote: string },
): Promise<void> {
  await tx.insert(reviewDecisions).values({ ...review, ...decision, id: newId(at), reviewerId, at })
}

/** Gives the draft back to its authors with what to change. */
export async function requestChanges(by: By, review: Review): Promise<Result<null, ReviewFailure>> {
  const command = { ...by, action: 'draft.returned', subjectId: review.draftId } as const
  return perform(command, async (work) => {
    const found = await decidable(work, by.actorId, review)
    if (!found.ok) return found
    const { note: authorsNote } = found.value
    await record(work, by.actorId, review, { decision: 'changes-requested', authorsNote })
    await work.tx
      .update(drafts)
      .set({ state: 'changes-requested' })
      .where(eq(drafts.id, review.draftId))
    return ok(null)
  })
}

/** The course's content with the module at its end, published anew where it is not in it yet. */
async function appendToCourse(work: Work, course: string, slug: string): Promise<void> {
  const [current] = await work.tx
    .select({ content: courseVersions.content })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .where(eq(courses.slug, course))
  if (!current || current.content.modules.includes(slug)) return
  const content: CourseFile = { ...current.content, modules: [...current.content.modules, slug] }
  await publishCourse(work, content)
}

/** What is published: made from the draft's revision by the gate and the compiler, beforehand. */
export type Approved = Pick<NewModuleVersion, 'content' | 'quiz' | 'texts'> & {
  /** Names of the course's pictures that its texts show. */
  pictures: string[]
}

/**
 * Approves and publishes in one transaction: the decision, the module's new version, for a new lesson
 * the course's new order. Learners on older versions stay there. `approved` is undefined where the draft
 * was seen not to wait: all that is left to answer is a retry, as it was answered first.
 */
export async function approveDraft(
  by: By,
  review: Review,
  approved: Approved | undefined,
): Promise<Result<{ versionId: string }, ReviewFailure>> {
  const command = { ...by, action: 'draft.approved', subjectId: review.draftId } as const
  return perform(command, async (work) => {
    const found = await decidable(work, by.actorId, review)
    if (!found.ok) return found
    if (!approved) return fail<ReviewFailure>('state')
    const { course, moduleSlug: slug, note, ownerId, baseVersionId } = found.value
    const [current] = await work.tx
      .select({ versionId: modules.currentVersionId })
      .from(modules)
      .where(eq(modules.id, moduleIdOf(course, slug)))
    if ((current?.versionId ?? null) !== baseVersionId) return fail<ReviewFailure>('overtaken')
    await record(work, by.actorId, review, { decision: 'approved', authorsNote: note })
    const who = { authorId: ownerId, reviewerId: by.actorId }
    const { pictures, ...rest } = approved
    const version = { ...rest, ...who, course, slug, note, origin: 'studio' as const }
    const versionId = await publishModule(work, version)
    await publishPictures(work, course, pictures)
    await appendToCourse(work, course, slug)
    await work.tx.update(drafts).set({ state: 'published' }).where(eq(drafts.id, review.draftId))
    work.note({ course, module: slug, version: versionId })
    return ok({ versionId })
  })
}
