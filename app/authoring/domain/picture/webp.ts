import { BadPicture, fourLetters, joined, type Picture, slice } from './picture.ts'

/** RFC 9649, 2.7: chunks of a still image; EXIF and XMP are left out. */
const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
/** Flags of VP8X that say that EXIF and XMP follow. */
const metadataFlags = 0x08 | 0x04

type Size = { width: number; height: number }

const threeBytes = (bytes: Uint8Array, at: number) => {
  const [low = 0, middle = 0, high = 0] = slice(bytes, at, at + 3)
  return low + middle * 256 + high * 65_536
}

/** Width and height in the image chunk's own header (RFC 6386, 9.1; RFC 9649, 3.4). */
function sizeOf(name: string, body: Uint8Array): Size | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  if (name === 'VP8X') return { width: threeBytes(body, 4) + 1, height: threeBytes(body, 7) + 1 }
  if (name === 'VP8 ') {
    slice(body, 0, 10)
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff }
  }
  if (name !== 'VP8L') return undefined
  if (slice(body, 0, 5)[0] !== 0x2f) throw new BadPicture('broken')
  const bits = view.getUint32(1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** Reads a WebP chunk by chunk. Throws BadPicture. */
export function readWebp(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = 8 + (slice(bytes, 0, 12) && view.getUint32(4, true))
  const parts: Uint8Array[] = []
  let size: Size | undefined
  let hasImage = false
  slice(bytes, 0, end)
  for (let at = 12; at < end; ) {
    const name = fourLetters(bytes, at)
    const length = slice(bytes, at, at + 8) && view.getUint32(at + 4, true)
    const padded = length + (length % 2)
    const chunk = slice(bytes, at, at + 8 + padded).slice()
    if (name === 'ANIM' || name === 'ANMF') throw new BadPicture('animated')
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~metadataFlags
    if (name === 'VP8 ' || name === 'VP8L') hasImage = true
    size ??= sizeOf(name, chunk.subarray(8))
    if (kept.has(name)) parts.push(chunk)
    at += chunk.length
  }
  if (!size || !hasImage) throw new BadPicture('broken')
  const body = joined(parts)
  const head = Uint8Array.from(slice(bytes, 0, 12))
  new DataView(head.buffer).setUint32(4, 4 + body.length, true)
  return { type: 'image/webp', ...size, bytes: joined([head, body]) }
}
