import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { jpegSignature, readJpeg } from './jpeg.ts'
import {
  BadPicture,
  maxPictureBytes,
  maxPictureSide,
  type Picture,
  type PictureFault,
  type PictureType,
} from './picture.ts'
import { pngSignature, readPng } from './png.ts'
import { readWebp } from './webp.ts'

function reader(bytes: Uint8Array): ((bytes: Uint8Array) => Picture) | undefined {
  const begins = (signature: number[], from = 0) =>
    signature.every((byte, index) => bytes[from + index] === byte)
  if (begins(pngSignature)) return readPng
  if (begins(jpegSignature)) return readJpeg
  const [riff, webp] = ['RIFF', 'WEBP'].map((word) => [...word].map((c) => c.charCodeAt(0)))
  return riff && webp && begins(riff) && begins(webp, 8) ? readWebp : undefined
}

/**
 * The picture in a file, told by its own bytes and not by its name: PNG, JPEG or WebP, still, within
 * the limits, and without what cameras and programs write beside the image.
 */
export function readPicture(bytes: Uint8Array): Result<Picture, PictureFault> {
  if (bytes.length > maxPictureBytes) return fail('too-large')
  const read = reader(bytes)
  if (!read) return fail('kind')
  try {
    const picture = read(bytes)
    const { width, height } = picture
    if (width < 1 || height < 1) return fail('broken')
    if (width > maxPictureSide || height > maxPictureSide) return fail('too-many-pixels')
    return ok(picture)
  } catch (error) {
    if (error instanceof BadPicture) return fail(error.fault)
    if (error instanceof RangeError) return fail('broken')
    throw error
  }
}

const extensions: Record<PictureType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** What a stored picture is called: `words` made plain, the beginning of its hash, its kind. */
export function pictureName(words: string, hash: string, type: PictureType): string {
  return `${words || 'picture'}-${hash.slice(0, 10)}.${extensions[type]}`
}

/** Where a course's picture is served; lessons name it by this. */
export function pictureAddress(course: string, name: string): string {
  return `/assets/${course}/${name}`
}
