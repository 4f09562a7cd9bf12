import { BraceDepth } from './brace-depth.ts'
import { type Finding, finding, type ProblemDetail } from './problem.ts'

/**
 * How much a lesson may hold. The Markdown parser takes quadratic time on most of what is counted
 * here, so `measure` counts in the text itself, before any parsing, code blocks included.
 */
export const limits = {
  /** UTF-8 bytes of a document. */
  document: 256 * 1024,
  /** UTF-16 units in a line. */
  line: 20_000,
  /** `[` in a document. */
  brackets: 1_500,
  /** `*` and `_` together. */
  emphasis: 8_000,
  /** `{` in a document. */
  braces: 300,
  /** `{` open at one time; what code leaves open is closed where the code ends. */
  'brace-depth': 16,
  /** `<` in a document. */
  angles: 2_000,
  /** Backticks in one run. */
  backticks: 64,
  /** `[^…]` other than a note's own label. */
  footnotes: 400,
  /** `|` in a line. */
  bars: 200,
  /** `[label]:` at the start of a line, notes and addresses together. */
  definitions: 500,
  headings: 500,
  /** `>` before a line's text, between list markers too. */
  quotes: 32,
  /** Columns of white space before a line's text; a tab goes to the next multiple of 4. */
  indent: 64,
  /** Nodes above a node in the tree, the root not counted. */
  depth: 48,
  /** Nodes of the tree, the root not counted. */
  nodes: 60_000,
} as const satisfies Partial<Record<ProblemDetail<'LIMIT'>, number>>

export type LimitName = keyof typeof limits

const definitionLine = /^[\s>*+\-\d.)]*\[(?:[^[\]\\]|\\.)+\]:/
/** What a line of a quotation begins with, list markers among the signs of quotation too. */
const containerMarkers = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/
const headingLine = /^[ \t>]*#{1,6}(?:[ \t]|$)/

/** The size of `text` in UTF-8 bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** The one finding of a document that is over its limit of bytes; it is not looked at further. */
export function tooLarge(): Finding {
  return finding('LIMIT', 'document', { line: 1, column: 1 }, String(limits.document / 1024))
}

/**
 * Every limit that `text` (line feeds only) passes, each once, where it is first passed; of a line
 * that is too long or has too many bars, the line's start. Takes time linear in the text.
 */
export function measure(text: string): Finding[] {
  const found = new Map<LimitName, Finding>()
  const counts = new Counts((name, line, column) => {
    if (!found.has(name)) {
      found.set(name, finding('LIMIT', name, { line, column }, String(limits[name])))
    }
  })
  text.split('\n').forEach((line, index) => {
    counts.line(line, index + 1)
  })
  return [...found.values()]
}

type Total = 'brackets' | 'emphasis' | 'braces' | 'angles' | 'footnotes'
type Exceeded = (name: LimitName, line: number, column: number) => void

/** Running totals over the lines of one document. */
class Counts {
  #totals: Record<Total, number> = { brackets: 0, emphasis: 0, braces: 0, angles: 0, footnotes: 0 }
  #definitions = 0
  #headings = 0
  readonly #braceDepth = new BraceDepth(limits['brace-depth'])

  constructor(private readonly exceeded: Exceeded) {}

  line(text: string, line: number): void {
    if (text.length > limits.line) this.exceeded('line', line, 1)
    this.#prefix(text, line)
    const defines = definitionLine.test(text)
    if (defines && ++this.#definitions > limits.definitions) this.exceeded('definitions', line, 1)
    if (headingLine.test(text) && ++this.#headings > limits.headings) {
      this.exceeded('headings', line, 1)
    }
    this.#characters(text, line, defines ? text.indexOf('[') : -1)
    const tooDeep = this.#braceDepth.line(text)
    if (tooDeep >= 0) this.exceeded('brace-depth', line, tooDeep + 1)
  }

  #prefix(text: string, line: number): void {
    const [indented = ''] = /^[ \t>]*/.exec(text) ?? []
    let column = 0
    let indent = 0
    for (const character of indented) {
      const width = character === '\t' ? 4 - (column % 4) : 1
      column += width
      indent = character === '>' ? 0 : indent + width
    }
    if (indent > limits.indent && indented.length < text.length) this.exceeded('indent', line, 1)
    const [markers = ''] = containerMarkers.exec(text) ?? []
    if (markers.split('>').length - 1 > limits.quotes) this.exceeded('quotes', line, 1)
  }

  #characters(text: string, line: number, ownLabel: number): void {
    let bars = 0
    let ticks = 0
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at]
      ticks = character === '`' ? ticks + 1 : 0
      if (ticks > limits.backticks) this.exceeded('backticks', line, at - limits.backticks + 1)
      if (character === '|' && ++bars > limits.bars) this.exceeded('bars', line, 1)
      else if (character === '[') {
        this.#add('brackets', line, at)
        if (text[at + 1] === '^' && at !== ownLabel) this.#add('footnotes', line, at)
      } else if (character === '*' || character === '_') this.#add('emphasis', line, at)
      else if (character === '<') this.#add('angles', line, at)
      else if (character === '{') this.#add('braces', line, at)
    }
  }

  #add(name: Total, line: number, at: number): void {
    this.#totals[name] += 1
    if (this.#totals[name] > limits[name]) this.exceeded(name, line, at + 1)
  }
}
