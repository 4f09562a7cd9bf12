import { isEditable } from '#app/authoring/domain/draft.ts'
import { maxDraftPictures } from '#app/authoring/domain/picture/picture.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform } from '#db/audit/perform.server.ts'
import {
  countDraftPictures,
  putPicture,
  type StoredPicture,
} from '#db/catalogue/pictures.server.ts'
import { eq } from '#db/dialect/index.ts'
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
