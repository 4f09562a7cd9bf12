import { codeSpan } from './brace-depth.ts'
import { placesIn } from './characters.ts'
import type { ParserMessage } from './parse-failure.ts'
import { type Finding, finding, type Place } from './problem.ts'
import { braceEnd, isSpread, readTagText, type TagText, tagAround } from './tag-text.ts'

/** A text without what the parser stumbled over, and what could be read of that. Places stay true. */
export type Mended = { text: string; tag?: TagText & { at: Place }; findings: Finding[] }

/**
 * Takes out of `source` the piece that `message` is about and no more, so that the parser gets on to the rest
 * and what else is wrong can be named in one go. Undefined where the piece cannot be told.
 */
export function mend(source: string, message: ParserMessage): Mended | undefined {
  const text = withoutCode(source)
  const at = message.at ? offsetOf(text, message.at) : 0
  if (message.syntax.endsWith('mdxjs-esm')) return mendModule(source, text, at)
  if (message.rule === 'end-tag-mismatch') return mendPair(source, text, message, at)
  const brace = openBrace(text, at)
  const tag = tagAround(text, brace < 0 ? Math.max(at - 1, 0) : brace)
  if (tag && message.reason.includes('create a link')) return blank(source, tag.start, tag.end)
  if (tag) {
    // `a <b` at the end may be arithmetic.
    const known = message.rule !== 'unexpected-eof' || tag.attributes.length > 0
    return { ...blank(source, tag.start, tag.end), ...(known && { tag: placed(text, tag) }) }
  }
  if (brace >= 0) return mendBraces(source, text, brace, message.rule !== 'unexpected-eof')
  const angle = text.lastIndexOf('<', at)
  if (angle < 0) return undefined
  const comment = text.startsWith('<!--', angle) ? text.indexOf('-->', angle) : -1
  return blank(source, angle, comment < 0 ? angle + 1 : comment + 3)
}

function mendModule(source: string, text: string, at: number): Mended | undefined {
  const start = [...text.slice(0, at).matchAll(/^(?:import|export)\b/gm)].at(-1)?.index
  if (start === undefined) return undefined
  const end = text.indexOf('\n', start)
  return blank(source, start, end < 0 ? text.length : end)
}

/** One half of a pair of tags: the closing one, and once there is none to blame, the opening one. */
function mendPair(
  source: string,
  text: string,
  { reason }: ParserMessage,
  at: number,
): Mended | undefined {
  if (text.startsWith('</', at)) return blank(source, at, text.indexOf('>', at) + 1 || at + 2)
  const [, line, column] = /`<[^`>]*>` \((\d+):(\d+)/.exec(reason) ?? []
  if (!line) return undefined
  const start = offsetOf(text, { line: Number(line), column: Number(column) })
  const tag = readTagText(text, start)
  // A tag without a name.
  if (!tag) return blank(source, start, start + 2)
  return { ...blank(source, tag.start, tag.end), tag: placed(text, tag) }
}

/** Braces in content; `whole` unless they are never closed, when what follows is read as it stands. */
function mendBraces(source: string, text: string, brace: number, whole: boolean): Mended {
  const at = placesIn(text)(brace)
  const findings = isSpread(text, brace) ? [finding('SPREAD', 'content', at)] : []
  if (whole || findings.length > 0) findings.push(finding('EXPR', 'expression', at))
  const end = whole ? braceEnd(text, brace) : -1
  return { ...blank(source, brace, end < 0 ? brace + 1 : end), findings }
}

function placed(text: string, tag: TagText): TagText & { at: Place } {
  return { ...tag, at: placesIn(text)(tag.start) }
}

function blank(source: string, start: number, end: number): Mended {
  const piece = source.slice(start, end).replace(/[^\n]/g, ' ')
  return { text: source.slice(0, start) + piece + source.slice(end), findings: [] }
}

/** `source` with code and escaped signs made harmless, character for character. */
function withoutCode(source: string): string {
  return source.replace(codeSpan, (code) => 'x'.repeat(code.length)).replace(/\\[{}<>]/g, 'xx')
}

/** Where the outermost brace begins that `offset`, in the same paragraph, is in; -1 if it is in none. */
function openBrace(text: string, offset: number): number {
  const paragraph = text.lastIndexOf('\n\n', offset)
  const open: number[] = []
  for (let at = Math.max(paragraph, 0); at < offset; at += 1) {
    if (text[at] === '{') open.push(at)
    else if (text[at] === '}') open.pop()
  }
  return open[0] ?? -1
}

function offsetOf(text: string, { line, column }: Place): number {
  let start = 0
  for (let count = 1; count < line; count += 1) start = text.indexOf('\n', start) + 1
  return Math.min(start + column - 1, text.length)
}
