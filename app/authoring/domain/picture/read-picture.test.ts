import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, maxPictureBytes } from './picture.ts'
import { readPicture } from './read-picture.ts'

const text = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0))
const uint32 = (value: number, little = false) => {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value, little)
  return new Uint8Array(view.buffer)
}

/** A chunk of a PNG; its checksum is not looked at. */
const chunk = (name: string, body: Uint8Array) =>
  joined([uint32(body.length), text(name), body, uint32(0)])
const header = (width: number, height: number) =>
  chunk('IHDR', joined([uint32(width), uint32(height), Uint8Array.of(8, 0, 0, 0, 0)]))
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const data = chunk('IDAT', deflateSync(Uint8Array.of(0, 0)))
const end = chunk('IEND', new Uint8Array())
const png = (...chunks: Uint8Array[]) => joined([signature, ...chunks])

/** A segment of a JPEG. */
const segment = (code: number, body: Uint8Array) =>
  joined([Uint8Array.of(0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255), body])
const frame = segment(0xc0, Uint8Array.of(8, 0, 3, 0, 5, 1, 1, 0x11, 0))
const scan = joined([segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(1, 255, 0, 2)])
const edges = [Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0xd9)] as const
const jpeg = (...segments: Uint8Array[]) => joined([edges[0], ...segments, edges[1]])
const turned = (turn: number) =>
  segment(
    0xe1,
    joined([
      text('Exif\0\0II*\0'),
      uint32(8, true),
      Uint8Array.of(1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0),
      text('GPS 31.2'),
    ]),
  )

const riffChunk = (name: string, body: Uint8Array) =>
  joined([text(name), uint32(body.length, true), body, new Uint8Array(body.length % 2)])
const webp = (...chunks: Uint8Array[]) => {
  const body = joined([text('WEBP'), ...chunks])
  return joined([text('RIFF'), uint32(body.length, true), body])
}
const extended = riffChunk('VP8X', Uint8Array.of(0x0c, 0, 0, 0, 9, 0, 0, 4, 0, 0))
const still = riffChunk('VP8 ', Uint8Array.of(0, 0, 0, 0x9d, 0x01, 0x2a, 10, 0, 5, 0))

const secret = text('GPS 31.2')
const holds = (bytes: Uint8Array, words: Uint8Array) =>
  Buffer.from(bytes).includes(Buffer.from(words))

describe('a picture', () => {
  it.each([
    ['PNG', png(header(3, 2), chunk('tEXt', secret), data, end), 'image/png', 3, 2],
    ['JPEG', jpeg(segment(0xfe, secret), frame, scan), 'image/jpeg', 5, 3],
    ['turned JPEG', jpeg(turned(6), frame, scan), 'image/jpeg', 3, 5],
    ['WebP', webp(extended, still, riffChunk('EXIF', secret)), 'image/webp', 10, 5],
  ] as const)('%s is measured, and loses what is not the image', (_name, file, type, w, h) => {
    const picture = readPicture(joined([file, secret]))
    expect(picture).toMatchObject({ ok: true, value: { type, width: w, height: h } })
    if (!picture.ok) return
    expect(holds(picture.value.bytes, secret)).toBe(false)
    expect(readPicture(picture.value.bytes)).toEqual(picture)
  })

  it('keeps the turn of the camera, and says no more of it', () => {
    const picture = readPicture(jpeg(turned(6), frame, scan))
    expect(picture.ok && holds(picture.value.bytes, text('Exif'))).toBe(true)
    expect(picture).toMatchObject({ value: { width: 3, height: 5 } })
  })

  it.each([
    ['a page', text('<html><script>alert(1)</script>'), 'kind'],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'kind'],
    ['GIF', text('GIF89a'), 'kind'],
    ['nothing', new Uint8Array(), 'kind'],
    ['a PNG cut off', png(header(3, 2), data), 'broken'],
    ['a PNG without an image', png(header(3, 2), end), 'broken'],
    ['a PNG of no size', png(header(0, 2), data, end), 'broken'],
    ['a PNG too wide', png(header(4_097, 2), data, end), 'too-many-pixels'],
    ['a JPEG cut off', jpeg(frame, scan).subarray(0, -2), 'broken'],
    ['a JPEG without a frame', jpeg(scan), 'broken'],
    ['a moving WebP', webp(extended, riffChunk('ANMF', still)), 'animated'],
    [
      'too much',
      joined([png(header(3, 2), data, end), new Uint8Array(maxPictureBytes)]),
      'too-large',
    ],
  ])('is not %s', (_name, file, error) => {
    expect(readPicture(file)).toEqual({ ok: false, error })
  })

  it('is a result whatever the file holds', () => {
    const heads = [png(), edges[0], jpeg(turned(6)), webp(extended), png(header(3, 2))]
    const file = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }))
    fc.assert(
      fc.property(file, ([head, tail]) => {
        expect(typeof readPicture(joined([head, tail])).ok).toBe('boolean')
      }),
    )
  })
})
