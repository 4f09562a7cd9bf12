import type { Root } from 'mdast'
import type {} from 'mdast-util-math'
import type {} from 'mdast-util-mdx'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFileMessage } from 'vfile-message'
import { limits } from './domain/gate/limits.ts'
import { type ParserMessage, parseFindings } from './domain/gate/parse-failure.ts'
import { type Finding, finding, type Place } from './domain/gate/problem.ts'
import { remarkLessonGfm } from './gate-gfm.server.ts'

/** Kept frozen: the extensions are put together once, not for each lesson. */
const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkLessonGfm)
  .use(remarkMath)
  .freeze()

/** A tree, or why there is none and the line the parser gave up on. */
export type Parsed = { tree: Root } | { tree?: undefined; findings: Finding[]; failedLine: number }

/**
 * Parses `source`, which is free of front matter and has line feeds only. The parser and its syntax are
 * those of the compile step, so that both see the same lesson.
 */
export function parseLesson(source: string): Parsed {
  try {
    return { tree: parser.parse(source) }
  } catch (error) {
    if (error instanceof VFileMessage) {
      const findings = parseFindings(parserMessage(error), source)
      return { findings, failedLine: findings[0]?.line ?? 1 }
    }
    if (error instanceof RangeError) {
      // The parser calls itself for each level: a text too deep for its stack is over our limit as well.
      const at: Place = { line: 1, column: 1 }
      return { findings: [finding('LIMIT', 'depth', at, String(limits.depth))], failedLine: 1 }
    }
    throw error
  }
}

/** Attempts at reading the rest of a lesson that does not parse, and the longest text worth them. */
const maxAttempts = 8
const maxRecoveredLength = 32 * 1024

/**
 * The tree of what is left of `source` when the paragraphs that do not parse are blanked out, so that an
 * author hears of the other problems too. Places stay true. Undefined where nothing sensible is left.
 */
export function parseRest(source: string, failedLine: number): Root | undefined {
  if (source.length > maxRecoveredLength) return undefined
  const lines = source.split('\n')
  let failed = failedLine
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (!blankParagraph(lines, failed - 1)) return undefined
    const parsed = parseLesson(lines.join('\n'))
    if (parsed.tree) return parsed.tree
    failed = parsed.failedLine
  }
  return undefined
}

/** Blanks the lines around `index` up to empty ones. Not if a code fence goes: the rest would turn inside out. */
function blankParagraph(lines: string[], index: number): boolean {
  let start = Math.min(index, lines.length - 1)
  while (start > 0 && !lines[start]?.trim()) start -= 1
  let end = start
  while (start > 0 && lines[start - 1]?.trim()) start -= 1
  while (end < lines.length && lines[end]?.trim()) end += 1
  const paragraph = lines.slice(start, end)
  if (end === start || paragraph.some((line) => /^[\s>]*(?:`{3}|~{3}|\$\$)/.test(line)))
    return false
  lines.fill('', start, end)
  return true
}

function parserMessage({ reason, ruleId, source, place }: VFileMessage): ParserMessage {
  const at = place && ('start' in place ? place.start : place)
  return {
    reason,
    rule: ruleId ?? '',
    syntax: source ?? '',
    at: at && { line: at.line, column: at.column },
  }
}
