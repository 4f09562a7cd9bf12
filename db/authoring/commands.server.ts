import { createHash } from 'node:crypto'
import {
  type DraftPart,
  isEditable,
  nextModuleSlug,
  openStates,
} from '#app/authoring/domain/draft.ts'
import type { DraftSettings } from '#app/authoring/domain/draft-settings.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { courses, courseVersions, modules } from '#db/catalogue/tables.server.ts'
import { and, eq, inArray } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { draftAuthors, drafts, reviewDecisions } from './tables.server.ts'

/** Who acts, and the form's key. */
export type By = { actorId: string; key?: string }

/** What a draft holds. */
export type DraftContent = {
  settings: DraftSettings
  lessonZh: string
  lessonEn: string
  quiz: string
}

type Row = typeof drafts.$inferSelect

/** Notes that the person had a hand in the draft: from now on they cannot approve it. */
export async function addAuthor({ tx }: Work, draftId: string, personId: string): Promise<void> {
  await tx.insert(draftAuthors).values({ draftId, personId }).onConflictDoNothing()
}

async function insertDraft(
  work: Work,
  ownerId: string,
  draft: DraftContent & Pick<Row, 'course' | 'moduleSlug' | 'baseVersionId'>,
): Promise<string> {
  const { tx, at } = work
  const id = newId(at)
  await tx.insert(drafts).values({
    ...draft,
    id,
    ownerId,
    state: 'writing',
    note: '',
    revision: 1,
    createdAt: at,
    savedAt: at,
  })
  await addAuthor(work, id, ownerId)
  return id
}

export type Begun = { id: string; isNew: boolean }

/** Begins a draft of a published module; a module with an open draft gets that one. */
export async function beginDraft(
  by: By,
  from: DraftContent & { course: string; moduleSlug: string; baseVersionId: string },
): Promise<Begun> {
  const { course, moduleSlug } = from
  const command = { ...by, action: 'draft.begun', subjectId: `${course}/${moduleSlug}` } as const
  return perform(command, async (work) => {
    const [open] = await work.tx
      .select({ id: drafts.id })
      .from(drafts)
      .where(
        and(
          eq(drafts.course, course),
          eq(drafts.moduleSlug, moduleSlug),
          inArray(drafts.state, openStates),
        ),
      )
    if (open) return { id: open.id, isNew: false }
    return { id: await insertDraft(work, by.actorId, from), isNew: true }
  })
}

/** Begins a new lesson of a course, under the next number; `name` is the rest of its folder's name. */
export async function beginLesson(
  by: By,
  { course, name, ...content }: DraftContent & { course: string; name: string },
): Promise<string> {
  const command = { ...by, action: 'lesson.begun', subjectId: course } as const
  return perform(command, async (work) => {
    const { tx, note } = work
    const [current] = await tx
      .select({ content: courseVersions.content })
      .from(courses)
      .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
      .where(eq(courses.slug, course))
    const published = await tx
      .select({ slug: modules.slug })
      .from(modules)
      .where(eq(modules.course, course))
    const drafted = await tx
      .select({ slug: drafts.moduleSlug })
      .from(drafts)
      .where(and(eq(drafts.course, course), inArray(drafts.state, openStates)))
    const taken = [...published, ...drafted].map(({ slug }) => slug)
    const moduleSlug = nextModuleSlug(name, [...taken, ...(current?.content.modules ?? [])])
    note({ module: moduleSlug })
    return insertDraft(work, by.actorId, { ...content, course, moduleSlug, baseVersionId: null })
  })
}

/** What a form was opened with: a later save of the same part shows by its hash. */
export function partHash(value: string | DraftSettings): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

const columnOf = { zh: 'lessonZh', en: 'lessonEn', quiz: 'quiz', settings: 'settings' } as const

export type SaveFailure = 'locked' | 'conflict'
export type Saved = { revision: number; savedAt: number }

export type PartSave = {
  draftId: string
  /** The revision that the form was opened with, and the hash of the part then. */
  revision: number
  base: string
  /** The English was compared with the Chinese whose blocks have these hashes. */
  translatedFrom?: string[]
} & (
  | { part: Exclude<DraftPart, 'settings'>; value: string }
  | { part: 'settings'; value: DraftSettings }
)

/**
 * Saves one part. 'conflict' where somebody saved that same part since the form was opened: nothing is
 * overwritten. 'locked' while it is with a reviewer, and afterwards.
 */
export async function savePart(by: By, save: PartSave): Promise<Result<Saved, SaveFailure>> {
  const { draftId, part, value, translatedFrom } = save
  const command = { ...by, action: 'draft.saved', subjectId: draftId } as const
  return perform(command, async (work) => {
    const { tx, at, note } = work
    const [draft] = await tx.select().from(drafts).where(eq(drafts.id, draftId))
    if (!draft || !isEditable(draft.state)) return fail<SaveFailure>('locked')
    const stored = draft[columnOf[part]]
    if (draft.revision !== save.revision && partHash(stored) !== save.base) {
      return fail<SaveFailure>('conflict')
    }
    // A save that changes nothing is no new revision: what was sent back stays as it was sent back.
    if (!translatedFrom && partHash(stored) === partHash(value)) {
      return ok({ revision: draft.revision, savedAt: draft.savedAt })
    }
    const revision = draft.revision + 1
    const settings = part === 'settings' ? value : draft.settings
    await tx
      .update(drafts)
      .set({
        [columnOf[part]]: value,
        ...(translatedFrom && { settings: { ...settings, translatedFrom } }),
        revision,
        savedAt: at,
      })
      .where(eq(drafts.id, draftId))
    await addAuthor(work, draftId, by.actorId)
    note({ part, revision })
    return ok({ revision, savedAt: at })
  })
}

/** Moves a draft that stands in one of `from`; fails where it stands elsewhere. */
async function move(
  command: Parameters<typeof perform>[0],
  { draftId, from }: { draftId: string; from: readonly string[] },
  set: Partial<Row>,
): Promise<Result<null, 'state'>> {
  return perform(command, async ({ tx }) => {
    const [draft] = await tx.select().from(drafts).where(eq(drafts.id, draftId))
    if (!draft || !from.includes(draft.state)) return fail('state' as const)
    await tx.update(drafts).set(set).where(eq(drafts.id, draftId))
    return ok(null)
  })
}

async function wasReturned({ tx }: Work, draftId: string, revision: number): Promise<boolean> {
  const returned = and(
    eq(reviewDecisions.draftId, draftId),
    eq(reviewDecisions.revision, revision),
    eq(reviewDecisions.decision, 'changes-requested'),
  )
  const rows = await tx.select({ id: reviewDecisions.id }).from(reviewDecisions).where(returned)
  return rows.length > 0
}

/**
 * Hands the draft to the reviewers as it was checked: `revision` is the one without errors. 'unchanged'
 * where a reviewer gave just this revision back. The note is published with the lesson, so whoever
 * writes it is one of its authors.
 */
export async function submitDraft(
  by: By,
  draftId: string,
  revision: number,
  note: string,
): Promise<Result<null, 'state' | 'conflict' | 'unchanged'>> {
  const command = { ...by, action: 'draft.submitted', subjectId: draftId } as const
  return perform<Result<null, 'state' | 'conflict' | 'unchanged'>>(command, async (work) => {
    const { tx, at } = work
    const [draft] = await tx.select().from(drafts).where(eq(drafts.id, draftId))
    if (!draft || !isEditable(draft.state)) return fail('state')
    if (draft.revision !== revision) return fail('conflict')
    if (await wasReturned(work, draftId, revision)) return fail('unchanged')
    const set = { state: 'in-review', note, submittedAt: at } as const
    await tx.update(drafts).set(set).where(eq(drafts.id, draftId))
    await addAuthor(work, draftId, by.actorId)
    return ok(null)
  })
}

/** Takes a draft back from the reviewers, to write on. */
export function withdrawDraft(by: By, draftId: string) {
  const command = { ...by, action: 'draft.withdrawn', subjectId: draftId } as const
  return move(command, { draftId, from: ['in-review'] }, { state: 'writing' })
}

/** Gives a draft up. It stays in the database and is shown nowhere. */
export function discardDraft(by: By, draftId: string) {
  const command = { ...by, action: 'draft.discarded', subjectId: draftId } as const
  const from = ['writing', 'changes-requested']
  return move(command, { draftId, from }, { state: 'discarded' })
}

/**
 * The author compared the draft with a version published since it was begun, and stands by it: what
 * they leave out of the newer one is their writing too.
 */
export async function adoptBase(
  by: By,
  draftId: string,
  revision: number,
  versionId: string,
): Promise<Result<null, 'state' | 'conflict'>> {
  const command = { ...by, action: 'draft.rebased', subjectId: draftId } as const
  return perform<Result<null, 'state' | 'conflict'>>(command, async (work) => {
    const { tx } = work
    const [draft] = await tx.select().from(drafts).where(eq(drafts.id, draftId))
    if (!draft || !isEditable(draft.state)) return fail('state')
    if (draft.revision !== revision) return fail('conflict')
    const set = { baseVersionId: versionId, revision: revision + 1 }
    await tx.update(drafts).set(set).where(eq(drafts.id, draftId))
    await addAuthor(work, draftId, by.actorId)
    return ok(null)
  })
}
