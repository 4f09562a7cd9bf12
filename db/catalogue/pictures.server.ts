import type { PictureType } from '#app/authoring/domain/picture/picture.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { and, asc, count, eq, inArray, isNull } from '#db/dialect/index.ts'
import { pictures } from './tables.server.ts'

/** A course's picture without its bytes. `alt` is what its author says is on it. */
export type PictureRow = {
  course: string
  name: string
  type: PictureType
  width: number
  height: number
  alt: string
  draftId: string | null
  /** UTC ms; null while only authors and reviewers may see it. */
  publishedAt: number | null
}

const about = {
  course: pictures.course,
  name: pictures.name,
  type: pictures.type,
  width: pictures.width,
  height: pictures.height,
  alt: pictures.alt,
  draftId: pictures.draftId,
  publishedAt: pictures.publishedAt,
}

/** A picture with its bytes and their hash (SHA-256, hex). */
export type StoredPicture = PictureRow & { bytes: Buffer; hash: string }

export async function findPicture(
  course: string,
  name: string,
): Promise<StoredPicture | undefined> {
  const [picture] = await read()
    .select({ ...about, bytes: pictures.bytes, hash: pictures.hash })
    .from(pictures)
    .where(and(eq(pictures.course, course), eq(pictures.name, name)))
  return picture
}

/** The pictures of a course, by name. */
export function listPictures(course: string): Promise<PictureRow[]> {
  return read()
    .select(about)
    .from(pictures)
    .where(eq(pictures.course, course))
    .orderBy(asc(pictures.name))
}

/** How many pictures were brought to a draft. */
export async function countDraftPictures({ tx }: Work, draftId: string): Promise<number> {
  const [row] = await tx
    .select({ pictures: count() })
    .from(pictures)
    .where(eq(pictures.draftId, draftId))
  return row?.pictures ?? 0
}

/** The pictures that were brought to a draft, within a command. */
export function listPicturesOf({ tx }: Work, draftId: string): Promise<PictureRow[]> {
  return tx.select(about).from(pictures).where(eq(pictures.draftId, draftId))
}

/**
 * Keeps a picture. Under a name that is taken its image and description take the other's place; what was
 * published stays so.
 */
export async function putPicture({ tx, at }: Work, picture: StoredPicture): Promise<void> {
  const { course: _course, name: _name, draftId: _draftId, publishedAt, ...image } = picture
  await tx
    .insert(pictures)
    .values({ ...picture, addedAt: at })
    .onConflictDoUpdate({
      target: [pictures.course, pictures.name],
      set: publishedAt === null ? image : { ...image, publishedAt },
    })
}

/** Takes away a picture that learners never saw. */
export async function deletePicture({ tx }: Work, course: string, name: string): Promise<void> {
  await tx
    .delete(pictures)
    .where(and(eq(pictures.course, course), eq(pictures.name, name), isNull(pictures.publishedAt)))
}

/** From now on learners see these pictures. */
export async function publishPictures(
  { tx, at }: Work,
  course: string,
  names: string[],
): Promise<void> {
  if (names.length === 0) return
  await tx
    .update(pictures)
    .set({ publishedAt: at })
    .where(
      and(eq(pictures.course, course), inArray(pictures.name, names), isNull(pictures.publishedAt)),
    )
}
