import { inflateRawSync } from 'node:zlib'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'

/** Why an archive is not opened: it is none (or an unusual one), or opens to more than allowed. */
export type ArchiveProblem = 'not-an-archive' | 'too-large'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const maxEntries = 300

type Entry = { name: string; method: number; offset: number; length: number }

function* entriesOf(bytes: Buffer): Generator<Entry> {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + endLength > bytes.length || bytes.readUInt32LE(end) !== endSignature) return
  const count = Math.min(bytes.readUInt16LE(end + 10), maxEntries)
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) return
    const nameLength = bytes.readUInt16LE(at + 28)
    const skip = nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      length: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    }
    at += 46 + skip
  }
}

function contentOf(bytes: Buffer, { offset, length, method }: Entry, limit: number): Buffer {
  if (bytes.readUInt32LE(offset) !== localSignature) throw new Error('no entry here')
  const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(begin, begin + length)
  if (method === 0) return packed
  // The size that an archive states may be a lie, so inflating itself stops at the limit.
  return inflateRawSync(packed, { maxOutputLength: limit })
}

/**
 * Opens only the wanted files of a ZIP archive, which together may not be larger than `limit`
 * bytes once open. A bomb costs no more than that.
 */
export function unzip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  limit: number,
): Result<Map<string, string>, ArchiveProblem> {
  const files = new Map<string, string>()
  let left = limit
  try {
    for (const entry of entriesOf(bytes)) {
      if (!wanted(entry.name) || files.has(entry.name)) continue
      if (left <= 0) return fail('too-large')
      const content = contentOf(bytes, entry, left)
      if (content.length > left) return fail('too-large')
      left -= content.length
      files.set(entry.name, content.toString('utf8'))
    }
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error
    return fail(tooLarge && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-an-archive')
  }
  return files.size > 0 ? ok(files) : fail('not-an-archive')
}
