/** An attribute as it is written: `value` is undefined where it is no literal. */
export type AttributeText =
  | { kind: 'spread' }
  | { kind: 'attribute'; name: string; value: string | true | undefined }

/** A tag as it is written, from `start` to before `end` of the text it is in. */
export type TagText = { start: number; end: number; name: string; attributes: AttributeText[] }

const opening = /<([A-Za-z_$][\w$.:-]*)/y
const attributeName = /([A-Za-z_$][\w$.:-]*)(\s*=\s*)?/y
/** A text in quotation marks, or from one that is never closed to the end of the paragraph. */
const quoted = /"([^"]*)"|'([^']*)'|["'](.*?)(?=\n[ \t]*\n|$)/sy
const bare = /[^\s"'{}<>]+/y
const literal = /^\s*(?:"([^"\\]*)"|'([^'\\]*)'|`[^`\\$]*`|[\d.]+|true|false|\[[^[\](){}.]*\])\s*$/

/** Whether the brace at `open` begins a spread. */
export function isSpread(text: string, open: number): boolean {
  return /^\{(?:\s|\/\*.*?\*\/)*\.\.\./s.test(text.slice(open, open + 400))
}

/** The index after the `}` that closes the `{` at `open`, or -1. */
export function braceEnd(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}' && --depth === 0) return at + 1
  }
  return -1
}

/**
 * The tag that begins at `start`, read as well as may be: parser and allowlist want to know what is in a tag
 * even if it does not end or a value in it cannot be read. Undefined where no tag begins.
 */
export function readTagText(text: string, start: number): TagText | undefined {
  opening.lastIndex = start
  const [begun, name] = opening.exec(text) ?? []
  if (!begun || name === undefined) return undefined
  const tag: TagText = { start, end: start + begun.length, name, attributes: [] }
  // After a brace or a quotation mark that is never closed, names are no attributes.
  let certain = true
  while (tag.end < text.length && text[tag.end] !== '<' && !endsParagraph(text, tag.end)) {
    const at = tag.end
    if (text[at] === '>' && text[at - 1] !== '=') return { ...tag, end: at + 1 }
    const next: number = certain ? readPart(text, tag) : at + 1
    certain &&= next > at
    tag.end = Math.max(next, at + 1)
  }
  return tag
}

function endsParagraph(text: string, at: number): boolean {
  return text[at] === '\n' && /^[ \t]*(?:\n|$)/.test(text.slice(at + 1, at + 80))
}

/** Reads what stands at the end of `tag` into it, and gives the index after it; -1 if that is never closed. */
function readPart(text: string, { end: at, attributes }: TagText): number {
  if (text[at] === '{') {
    if (isSpread(text, at)) attributes.push({ kind: 'spread' })
    return braceEnd(text, at)
  }
  attributeName.lastIndex = at
  const [written, name, equals] = attributeName.exec(text) ?? []
  if (!written || name === undefined) return /["']/.test(text[at] ?? '') ? -1 : at + 1
  const attribute: AttributeText = { kind: 'attribute', name, value: true }
  attributes.push(attribute)
  const from = at + written.length
  if (!equals) return from
  quoted.lastIndex = from
  bare.lastIndex = from
  const inQuotes = quoted.exec(text)
  const inNothing = bare.exec(text)
  if (inQuotes) attribute.value = inQuotes.slice(1).find((inside) => inside !== undefined) ?? ''
  else if (text[from] === '{') {
    const end = braceEnd(text, from)
    attribute.value = end < 0 ? undefined : literalIn(text.slice(from + 1, end - 1))
    return end
  } else if (!inNothing) return -1
  return from + (inQuotes ?? inNothing)![0].length
}

function literalIn(braces: string): string | true | undefined {
  const found = literal.exec(braces)
  return found ? (found[1] ?? found[2] ?? true) : undefined
}

/** The tag of `text` that `offset` is in. */
export function tagAround(text: string, offset: number): TagText | undefined {
  const paragraph = text.lastIndexOf('\n\n', offset)
  let start = text.lastIndexOf('<', offset)
  for (let tries = 0; tries < 8 && start > paragraph && start >= 0; tries += 1) {
    const tag = readTagText(text, start)
    if (tag && tag.end > offset) return tag
    start = start === 0 ? -1 : text.lastIndexOf('<', start - 1)
  }
  return undefined
}
