import { isEditable, openStates } from '#app/authoring/domain/draft.ts'
import { maxDraftPictures } from '#app/authoring/domain/picture/picture.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import {
  countDraftPictures,
  deletePicture,
  listPicturesOf,
  putPicture,
  type StoredPicture,
} from '#db/catalogue/pictures.server.ts'
import { and, eq, inArray } from '#db/dialect/index.ts'
import { addAuthor, type By } from './commands.server.ts'
import { drafts } from './tables.server.ts'

export type AddFailure = 'locked' | 'too-many'

/**
 * Adds a picture to an open draft: authors and reviewers see it, learners once a lesson that names it
 * is published. Its name holds its hash, so the same picture is kept once.
 */
export async function addPicture(
  by: By,
  draftId: string,
  picture: Omit<StoredPicture, 'course' | 'draftId' | 'publishedAt'>,
): Promise<Result<{ course: string; name: string }, AddFailure>> {
  const command = { ...by, action: 'picture.added', subjectId: draftId } as const
  return perform(command, async (work) => {
    const [draft] = await work.tx.select().from(drafts).where(eq(drafts.id, draftId))
    if (!draft || !isEditable(draft.state)) return fail<AddFailure>('locked')
    if ((await countDraftPictures(work, draftId)) >= maxDraftPictures) {
      return fail<AddFailure>('too-many')
    }
    const { course } = draft
    const { name } = picture
    await putPicture(work, { ...picture, course, draftId, publishedAt: null })
    await addAuthor(work, draftId, by.actorId)
    work.note({ course, name, hash: picture.hash })
    return ok({ course, name })
  })
}

/** 'named': a text of an open draft of the course still shows it. */
export type RemoveFailure = 'locked' | 'missing' | 'named'

async function isNamed({ tx }: Work, course: string, name: string): Promise<boolean> {
  const texts = await tx
    .select({ zh: drafts.lessonZh, en: drafts.lessonEn })
    .from(drafts)
    .where(and(eq(drafts.course, course), inArray(drafts.state, openStates)))
  return texts.some(({ zh, en }) => zh.includes(name) || en.includes(name))
}

/** Takes away a picture that was brought to this draft, was never published, and no draft's text names. */
export async function removePicture(
  by: By,
  draftId: string,
  name: string,
): Promise<Result<null, RemoveFailure>> {
  const command = { ...by, action: 'picture.removed', subjectId: draftId } as const
  return perform<Result<null, RemoveFailure>>(command, async (work) => {
    const [draft] = await work.tx.select().from(drafts).where(eq(drafts.id, draftId))
    if (!draft || !isEditable(draft.state)) return fail('locked')
    const { course } = draft
    const own = await listPicturesOf(work, draftId)
    if (!own.some((picture) => picture.name === name && picture.publishedAt === null)) {
      return fail('missing')
    }
    if (await isNamed(work, course, name)) return fail('named')
    await deletePicture(work, course, name)
    work.note({ course, name })
    return ok(null)
  })
}
