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

/** A tree, or why there is none. */
export type Parsed = { tree: Root } | ({ tree?: undefined } & Failure)

/** What is to be said, and what the parser said; that is not there where the text was too deep for it. */
export type Failure = { findings: Finding[]; message?: ParserMessage }

/**
 * Parses `source`, which is free of front matter and has line feeds only. The parser and its syntax are
 * those of the compile step, so that both see the same lesson.
 */
export function parseLesson(source: string): Parsed {
  try {
    return { tree: parser.parse(source) }
  } catch (error) {
    if (error instanceof VFileMessage) {
      const message = parserMessage(error)
      return { findings: parseFindings(message, source), message }
    }
    if (error instanceof RangeError) {
      // The parser calls itself for each level: a text too deep for its stack is over our limit as well.
      const at: Place = { line: 1, column: 1 }
      return { findings: [finding('LIMIT', 'depth', at, String(limits.depth))] }
    }
    throw error
  }
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
