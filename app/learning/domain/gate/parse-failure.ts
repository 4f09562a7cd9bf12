import { type Finding, finding, type Place } from './problem.ts'

/** What the Markdown parser says when it gives up. `at` is absent where it only names a tag. */
export type ParserMessage = { reason: string; rule: string; syntax: string; at: Place | undefined }

/**
 * What an author has to know about a parser's `message` on `source`: the place the parser names, and the
 * other end of a pair of tags or braces, where the cause often is.
 */
export function parseFindings(message: ParserMessage, source: string): Finding[] {
  if (message.rule === 'end-tag-mismatch') return tagFindings(message)
  const at = message.at ?? { line: 1, column: 1 }
  if (message.syntax.endsWith('mdxjs-esm')) {
    return [finding('PARSE', 'module', at), ...moduleStart(source, at)]
  }
  if (message.rule === 'unexpected-eof') {
    const brace = message.syntax.endsWith('mdx-expression')
    const opener = openerBefore(source, at, brace ? '{' : '<')
    return [finding('PARSE', 'unclosed', at), ...opener.map((to) => finding('PARSE', 'opened', to))]
  }
  if (message.rule === 'acorn') return [finding('PARSE', 'expression', at)]
  return [unexpected(message, at)]
}

function unexpected({ reason, rule }: ParserMessage, at: Place): Finding {
  if (rule === 'unexpected-closing-slash') return finding('PARSE', 'closing-tag', at)
  if (rule.startsWith('unexpected-empty')) return finding('PARSE', 'expression', at)
  if (reason.includes('create a comment')) return finding('PARSE', 'comment', at)
  if (reason.includes('create a link')) return finding('PARSE', 'link-in-angles', at)
  if (reason.includes('before attribute value')) return finding('PARSE', 'unquoted', at)
  return finding('PARSE', 'syntax', at, /character `(.+?)` \(U\+/.exec(reason)?.[1])
}

function tagFindings({ reason, at }: ParserMessage): Finding[] {
  const found: Finding[] = []
  const opening = /`<([^`>]*)>` \((\d+):(\d+)/.exec(reason)
  const closing = /closing tag `<\/([^`>]*)>`/.exec(reason)
  if (at && closing) found.push(finding('PARSE', 'closing-tag', at, closing[1]))
  else if (at) found.push(finding('PARSE', 'tag-crosses-block', at, opening?.[1]))
  if (opening) {
    const start = { line: Number(opening[2]), column: Number(opening[3]) }
    found.push(finding('PARSE', 'unclosed-tag', start, opening[1]))
  }
  return found
}

/** Where the line of `import` or `export` begins whose code goes wrong at `at`. */
function moduleStart(source: string, at: Place): Finding[] {
  const lines = source.split('\n').slice(0, at.line)
  const index = lines.findLastIndex((line) => /^(?:import|export)\b/.test(line))
  return index < 0 ? [] : [finding('ESM', 'module', { line: index + 1, column: 1 })]
}

/** Where the last `{` or `<` before `at` is that nothing closes; at most one place. */
function openerBefore(source: string, at: Place, open: '{' | '<'): Place[] {
  const close = open === '{' ? '}' : '>'
  const lines = source.split('\n')
  let closed = 0
  for (let line = Math.min(at.line, lines.length); line >= 1; line -= 1) {
    const text = lines[line - 1]!
    const from = line === at.line ? Math.min(at.column - 2, text.length - 1) : text.length - 1
    for (let index = from; index >= 0; index -= 1) {
      if (text[index] === close) closed += 1
      if (text[index] !== open) continue
      if (closed === 0) return [{ line, column: index + 1 }]
      closed -= 1
    }
  }
  return []
}
