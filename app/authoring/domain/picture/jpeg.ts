import { BadPicture, joined, type Picture, slice } from './picture.ts'

/** ITU-T T.81, table B.1: the first bytes are the marker SOI and the beginning of another. */
export const jpegSignature = [0xff, 0xd8, 0xff]

const marker = { scan: 0xda, end: 0xd9, jfif: 0xe0, exif: 0xe1, profile: 0xe2, adobe: 0xee }
/** Markers of frames (SOF0 to SOF15); C4, C8 and CC among them mean something else. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)
const isRestart = (code: number) => code >= 0xd0 && code <= 0xd7

const letters = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end))

/** Whether a segment is part of the image: comments, cameras, places and thumbnails are not. */
function isKept(code: number, segment: Uint8Array): boolean {
  if (code === marker.profile) return letters(segment, 4, 15) === 'ICC_PROFILE'
  if (code === marker.jfif || code === marker.adobe) return true
  return !(code >= 0xe0 && code <= 0xef) && code !== 0xfe
}

/** The turn that a camera noted (Exif 2.32, 4.6.4, tag 0x0112), from 1 to 8; 1 where there is none. */
function orientationIn(segment: Uint8Array): number {
  const tiff = segment.subarray(10)
  if (letters(segment, 4, 8) !== 'Exif' || tiff.length < 14) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length)
  const little = tiff[0] === 0x49
  const first = view.getUint32(4, little)
  if (first + 2 > tiff.length) return 1
  for (let index = 0; index < view.getUint16(first, little); index += 1) {
    const at = first + 2 + index * 12
    if (at + 12 > tiff.length) return 1
    if (view.getUint16(at, little) !== 0x0112) continue
    const turn = view.getUint16(at + 8, little)
    return turn >= 1 && turn <= 8 ? turn : 1
  }
  return 1
}

/** An Exif segment that says the turn and nothing else. */
function orientationSegment(turn: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0]
  const body = [...exif, ...tiff, 0, 0, 0, 0]
  return Uint8Array.from([0xff, marker.exif, 0, body.length + 2, ...body])
}

/** Where the coded image that begins at `from` ends: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  throw new BadPicture('broken')
}

/** Reads a JPEG segment by segment. Throws BadPicture. */
export function readJpeg(bytes: Uint8Array): Picture {
  const parts: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  let turn = 1
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const [lead, code = 0] = slice(bytes, at, at + 2)
    if (lead !== 0xff) throw new BadPicture('broken')
    if (code === marker.end) break
    const [high = 0, low = 0] = slice(bytes, at + 2, at + 4)
    const segment = slice(bytes, at, at + 2 + high * 256 + low)
    if (segment.length < 4) throw new BadPicture('broken')
    if (isFrame(code)) {
      const [, , , , , h1 = 0, h2 = 0, w1 = 0, w2 = 0] = slice(segment, 0, 9)
      size = { height: h1 * 256 + h2, width: w1 * 256 + w2 }
    }
    if (code === marker.exif) turn = Math.max(turn, orientationIn(segment))
    at += segment.length
    const end = code === marker.scan ? endOfScan(bytes, at) : at
    if (isKept(code, segment)) parts.push(segment, bytes.subarray(at, end))
    at = end
  }
  if (!size) throw new BadPicture('broken')
  const { width, height } = turn > 4 ? { width: size.height, height: size.width } : size
  const edges = [Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, marker.end)] as const
  const note = turn > 1 ? [orientationSegment(turn)] : []
  return {
    type: 'image/jpeg',
    width,
    height,
    bytes: joined([edges[0], ...note, ...parts, edges[1]]),
  }
}
