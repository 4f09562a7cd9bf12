import { isScalar } from 'yaml'
import { refusedCharacterIn, refusedIn } from './domain/gate/characters.ts'
import type { Finding, Place } from './domain/gate/problem.ts'

/**
 * The first refused character of `node`, if that is a YAML text of the document `yaml`: an escape
 * (`"\\u202e"`) brings in what the file itself does not show. The place is that of the escape.
 */
export function refusedInScalar(
  node: unknown,
  yaml: string,
  placeOf: (offset: number) => Place,
): Finding[] {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return []
  const refused = refusedCharacterIn(node.value)
  if (refused < 0) return []
  const [start, end] = node.range
  const offset = escapeOf(node.value.codePointAt(refused), yaml.slice(start, end))
  return refusedIn(node.value, placeOf(start + offset))
}

const escapes = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/gs
const namedEscapes = { '0': 0, a: 7, b: 8, v: 11, f: 12, r: 13, e: 27, N: 0x85 }

/** Where in `raw` the character `code` is first escaped; 0 where it is not. */
function escapeOf(code: number | undefined, raw: string): number {
  for (const { 0: written, index } of raw.matchAll(escapes)) {
    const named = namedEscapes[written[1] as keyof typeof namedEscapes]
    const meant = written.length > 2 ? Number.parseInt(written.slice(2), 16) : named
    if (meant === code) return index
  }
  return 0
}
