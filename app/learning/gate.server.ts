import type { Root } from 'mdast'
import type { Locale } from '#app/shared/domain/text.ts'
import {
  adviseOnMarks,
  checkCharacters,
  type Decoded,
  decodeUtf8,
  normalise,
} from './domain/gate/characters.ts'
import { toProblem } from './domain/gate/explain.ts'
import { splitFrontMatter } from './domain/gate/fence.ts'
import type { FrontMatter } from './domain/gate/front-matter.ts'
import { byteLength, limits, measure, tooLarge } from './domain/gate/limits.ts'
import { type Finding, finding, inReadingOrder, type Problem } from './domain/gate/problem.ts'
import { DeadlinePassed, withinDeadline } from './gate-deadline.server.ts'
import { readFrontMatter } from './gate-front-matter.server.ts'
import { parseLesson } from './gate-parse.server.ts'
import { findInRest } from './gate-rest.server.ts'
import { checkTree } from './gate-tree.server.ts'

/** A lesson that may go to the compile step. Places in `tree` are in `source`, not in the file. */
export type GatedLesson = {
  frontMatter: FrontMatter
  /** Without front matter and byte-order mark, with line feeds only. */
  source: string
  tree: Root
}

/** Runs a reading, or throws `DeadlinePassed`. */
type Deadline = <T>(reading: () => T) => T

/** The verdict: `lesson` is there exactly when `ok`, `problems` may hold advice all the same. */
export type GateVerdict = { ok: boolean; problems: Problem[]; lesson?: GatedLesson }

/**
 * Judges a lesson file as it is on disk, by itself: no other file is read, nothing in it is run, and it
 * takes at most 2 s of CPU. Never throws. Places are in the file as read: lines and columns from 1,
 * columns in UTF-16 units, front matter counted. `locale` is the language of the messages. `deadline` is
 * what holds it to its time; a caller whose process is stopped from outside needs none.
 */
export function checkLesson(
  input: Uint8Array | string,
  { locale = 'en', deadline = withinDeadline }: { locale?: Locale; deadline?: Deadline } = {},
): GateVerdict {
  const size = typeof input === 'string' ? byteLength(input) : input.byteLength
  if (size > limits.document) return refusal(tooLarge(), locale)
  const read = typeof input === 'string' ? { text: input, invalid: [] } : decodeUtf8(input)
  const { lesson, findings } = judge(normalise(read), deadline)
  const problems = inReadingOrder(findings).map((found) => toProblem(found, locale))
  const ok = lesson !== undefined && problems.every(({ severity }) => severity === 'warning')
  return ok ? { ok, problems, lesson } : { ok, problems }
}

/** The verdict on a document of which only this one thing is known. */
function refusal(found: Finding, locale: Locale): GateVerdict {
  return { ok: false, problems: [toProblem(found, locale)] }
}

/**
 * The verdict on a document whose reading was stopped from outside, as it took too long: that, and what
 * can be seen without parsing it.
 */
export function outOfTime(input: Uint8Array | string, locale: Locale): GateVerdict {
  const stopped = () => {
    throw new DeadlinePassed()
  }
  return checkLesson(input, { locale, deadline: stopped })
}

function judge(
  document: Decoded,
  deadline: Deadline,
): { lesson?: GatedLesson; findings: Finding[] } {
  const tooMuch = measure(document.text)
  const split = splitFrontMatter(document.text)
  const frontMatter = readFrontMatter(split.yaml ?? '', 2)
  const characters = checkCharacters(document)
  // Front matter and tree are asked for characters that were written as escapes or as `&#…;`; they also
  // show those named already.
  const named = new Set(characters.map(({ subject }) => subject))
  const isNew = ({ code, subject }: Finding) => code !== 'ENCODING' || !named.has(subject)
  const findings = [
    ...tooMuch,
    ...characters,
    ...adviseOnMarks(document.text),
    ...split.findings,
    ...frontMatter.findings.filter(isNew),
  ]
  // Past a limit the parser is not started: its time is what the limits are there for.
  if (tooMuch.length > 0) return { findings }
  // The parser would end a line at a lone carriage return; it is refused, and here it ends none.
  const body = checkBody(split.body.replaceAll('\r', ' '), deadline)
  const moved = body.findings
    .filter(isNew)
    .map((found) => ({ ...found, line: found.line + split.bodyLine - 1 }))
  const lesson = body.tree && {
    frontMatter: frontMatter.values,
    source: split.body,
    tree: body.tree,
  }
  return { lesson, findings: withoutRepeats([...findings, ...moved]) }
}

/** Read in pieces, a lesson may show the same problem twice. */
function withoutRepeats(found: Finding[]): Finding[] {
  const keyOf = (of: Finding) => [of.code, of.detail, of.line, of.column, of.subject].join('\0')
  return [...new Map(found.map((one) => [keyOf(one), one])).values()]
}

function checkBody(source: string, deadline: Deadline): { tree?: Root; findings: Finding[] } {
  const findings: Finding[] = []
  try {
    const tree = deadline(() => {
      findings.length = 0
      const parsed = parseLesson(source)
      if (parsed.tree) {
        findings.push(...checkTree(parsed.tree, source))
        return parsed.tree
      }
      findings.push(...parsed.findings)
      findings.push(...findInRest(source, parsed))
      return undefined
    })
    return { tree, findings }
  } catch (error) {
    const start = { line: 1, column: 1 }
    // What was found before says enough.
    if (findings.length > 0) return { findings }
    if (error instanceof DeadlinePassed) findings.push(finding('LIMIT', 'time', start))
    // A fault of the parser's own: what nobody could read is refused, whatever the reason.
    else findings.push(finding('PARSE', 'syntax', start))
    return { findings }
  }
}
