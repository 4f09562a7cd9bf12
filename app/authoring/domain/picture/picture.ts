/** Kinds of pictures a lesson may show. SVG is none of them: it can hold scripts and addresses. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** Bytes of a picture, and pixels of a side: what a phone on a slow line can still load. */
export const maxPictureBytes = 2 * 1024 * 1024
export const maxPictureSide = 4_096
/** Pictures that one draft may bring. */
export const maxDraftPictures = 40

/**
 * A picture that may be published: `bytes` hold the image and nothing about who took it where.
 * `width` and `height` are as shown, in pixels.
 */
export type Picture = { type: PictureType; width: number; height: number; bytes: Uint8Array }

/** Why a file is no picture: another kind, cut off or malformed, too large, or moving. */
export type PictureFault = 'kind' | 'broken' | 'too-large' | 'too-many-pixels' | 'animated'

/** Thrown by the readers of the formats below; `readPicture` turns it into its result. */
export class BadPicture extends Error {
  constructor(readonly fault: PictureFault) {
    super(fault)
  }
}

/** A part of `bytes`, or BadPicture where the file ends before it. */
export function slice(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (start < 0 || end < start || end > bytes.length) throw new BadPicture('broken')
  return bytes.subarray(start, end)
}

/** The text of four bytes, such as the name of a chunk. */
export function fourLetters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...slice(bytes, at, at + 4))
}

/** The parts put together again. */
export function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
