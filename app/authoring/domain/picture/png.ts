import { BadPicture, fourLetters, joined, type Picture, slice } from './picture.ts'

/** PNG (W3C, third edition), 5.2: the first eight bytes. */
export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Chunks without which the picture would look different; text, time and the like are left out. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'IDAT',
  'IEND',
])

/** Reads a PNG chunk by chunk. Throws BadPicture. */
export function readPng(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts = [slice(bytes, 0, 8)]
  const names: string[] = []
  let at = 8
  while (names.at(-1) !== 'IEND') {
    const length = slice(bytes, at, at + 4) && view.getUint32(at)
    const name = fourLetters(bytes, at + 4)
    const chunk = slice(bytes, at, at + 12 + length)
    names.push(name)
    if (kept.has(name)) parts.push(chunk)
    else if (/^[A-Z]/.test(name)) throw new BadPicture('broken')
    at += chunk.length
  }
  // 11.2.1: the header is the first chunk and 13 bytes long.
  if (names[0] !== 'IHDR' || view.getUint32(8) !== 13 || !names.includes('IDAT')) {
    throw new BadPicture('broken')
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return { type: 'image/png', width, height, bytes: joined(parts) }
}
