import { type Finding, finding, type Place } from './problem.ts'

/** A document as text, with the places (in that text) where its bytes are not UTF-8. */
export type Decoded = { text: string; invalid: number[] }

/**
 * Reads `bytes` as UTF-8. Where they are not UTF-8 there is one U+FFFD for each wrong piece, as the
 * WHATWG decoder makes them, and its index is in `invalid`, so that a place can be named.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, invalid: [] }
  } catch {
    return decodePieces(bytes)
  }
}

function decodePieces(bytes: Uint8Array): Decoded {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true })
  const pieces: string[] = []
  const invalid: number[] = []
  let length = 0
  let start = 0
  const flush = (end: number) => {
    const piece = lossy.decode(bytes.subarray(start, end))
    pieces.push(piece)
    length += piece.length
  }
  for (let at = 0; at < bytes.length; ) {
    const { size, valid } = sequenceAt(bytes, at)
    if (!valid) {
      flush(at)
      invalid.push(length)
      pieces.push('\uFFFD')
      length += 1
      start = at + size
    }
    at += size
  }
  flush(bytes.length)
  return { text: pieces.join(''), invalid }
}

/** The sequence at `at`, by table 3-7 of the Unicode Standard (well-formed UTF-8 byte sequences). */
function sequenceAt(bytes: Uint8Array, at: number): { size: number; valid: boolean } {
  const lead = bytes[at]!
  if (lead < 0x80) return { size: 1, valid: true }
  if (lead < 0xc2 || lead > 0xf4) return { size: 1, valid: false }
  const trailing = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
  for (let offset = 1; offset <= trailing; offset += 1) {
    const byte = bytes[at + offset] ?? 0
    const lowest = offset > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const highest = offset > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (byte < lowest || byte > highest) return { size: offset, valid: false }
  }
  return { size: trailing + 1, valid: true }
}

/** The text all later steps read: one byte-order mark dropped, CRLF turned into LF. */
export function normalise({ text, invalid }: Decoded): Decoded {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const kept = text.slice(mark)
  if (!kept.includes('\r\n')) return { text: kept, invalid: invalid.map((at) => at - mark) }
  let removed = mark
  let from = mark
  const moved = invalid.map((at) => {
    removed += text.slice(from, at).split('\r\n').length - 1
    from = at
    return at - removed
  })
  return { text: kept.replaceAll('\r\n', '\n'), invalid: moved }
}

/** Characters refused in a lesson: controls but tab and line feed, bidirectional controls, lone surrogates. */
export const refusedCharacter = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]/gu

/** The index of the first refused character of `text`, or -1. */
export function refusedCharacterIn(text: string): number {
  return text.search(refusedCharacter)
}

/** Enough to see that a file is not text; naming every byte of a picture helps nobody. */
const maxFindings = 500

/** The places of `document` whose bytes or characters are refused, at most 500 of each. */
export function checkCharacters(document: Decoded): Finding[] {
  const placeOf = placesIn(document.text)
  return [
    ...document.invalid
      .slice(0, maxFindings)
      .map((at) => finding('ENCODING', 'utf-8', placeOf(at))),
    ...[...document.text.matchAll(refusedCharacter)]
      .slice(0, maxFindings)
      .map((match) => refusedFinding(match[0], placeOf(match.index))),
  ]
}

/** Advice on byte-order marks after the first: they are invisible, and break a search. */
export function adviseOnMarks(text: string): Finding[] {
  const at = text.indexOf('\uFEFF')
  return at < 0 ? [] : [finding('ADVICE', 'byte-order-mark', placesIn(text)(at))]
}

/** What is to be said of `text`, which stands at `at`: its first refused character, or nothing. */
export function refusedIn(text: string, at: Place): Finding[] {
  const index = refusedCharacterIn(text)
  return index < 0 ? [] : [refusedFinding(String.fromCodePoint(text.codePointAt(index)!), at)]
}

/** The finding for one refused `character`. */
export function refusedFinding(character: string, at: Place): Finding {
  const code = character.codePointAt(0) ?? 0
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  if (code >= 0xd800 && code <= 0xdfff) return finding('ENCODING', 'surrogate', at, name)
  return finding('ENCODING', code > 0x9f ? 'bidi' : 'control', at, name)
}

/** A function from an index of `text` to its place, by binary search in the line starts. */
export function placesIn(text: string): (index: number) => Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (index) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= index) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: index - starts[low]! + 1 }
  }
}
