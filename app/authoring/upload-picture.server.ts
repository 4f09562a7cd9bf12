import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { By } from '#db/authoring/commands.server.ts'
import { type AddFailure, addPicture } from '#db/authoring/picture-commands.server.ts'
import { addressName } from './domain/draft.ts'
import type { PictureFault } from './domain/picture/picture.ts'
import { pictureName, readPicture } from './domain/picture/read-picture.ts'

const faultWords: Record<PictureFault, () => string> = {
  kind: m.authoring_picture_kind,
  broken: m.authoring_picture_broken,
  'too-large': m.authoring_picture_large,
  'too-many-pixels': m.authoring_picture_pixels,
  animated: m.authoring_picture_animated,
}
const failureWords: Record<AddFailure, () => string> = {
  locked: m.authoring_read_only,
  'too-many': m.authoring_picture_many,
}

type Errors = Record<string, string>

/** Adds the picture of a submitted form to a draft, or says field by field why not. */
export async function uploadPicture(
  by: By,
  draftId: string,
  form: FormData,
): Promise<Result<{ name: string }, Errors>> {
  const file = form.get('file')
  const alt = String(form.get('alt') ?? '').trim()
  const errors: Errors = {}
  if (!(file instanceof File) || file.size === 0) errors.file = m.authoring_picture_needed()
  if (!alt) errors.alt = m.authoring_picture_alt_needed()
  if (alt.length > 300) errors.alt = m.authoring_picture_alt_long()
  if (!(file instanceof File) || Object.keys(errors).length > 0) return fail(errors)
  const picture = readPicture(new Uint8Array(await file.arrayBuffer()))
  if (!picture.ok) return fail({ file: faultWords[picture.error]() })
  const { type, width, height } = picture.value
  const bytes = Buffer.from(picture.value.bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const words = addressName(file.name.replace(/\.[a-z]+$/i, '')).slice(0, 30)
  const name = pictureName(words, hash, type)
  const added = await addPicture(by, draftId, { name, type, width, height, alt, bytes, hash })
  return added.ok ? ok({ name }) : fail({ form: failureWords[added.error]() })
}
