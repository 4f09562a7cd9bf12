/**
 * What the gate can say about a lesson: for each code, the details that tell one cause from another.
 * Every pair has a sentence for the author in both languages (`messages-en.ts`, `messages-zh.ts`).
 */
export const problemDetails = {
  LIMIT: [
    'document',
    'line',
    'brackets',
    'emphasis',
    'braces',
    'brace-depth',
    'angles',
    'backticks',
    'footnotes',
    'bars',
    'definitions',
    'headings',
    'quotes',
    'indent',
    'depth',
    'nodes',
    'time',
  ],
  ENCODING: ['utf-8', 'control', 'bidi', 'surrogate'],
  FRONTMATTER: [
    'fence',
    'unclosed',
    'size',
    'syntax',
    'not-a-map',
    'anchor',
    'alias',
    'tag',
    'directive',
    'duplicate',
    'unknown-key',
    'text',
    'text-list',
    'number',
  ],
  ESM: ['module'],
  EXPR: ['expression'],
  SPREAD: ['spread', 'content'],
  ATTR_EXPR: ['value'],
  ATTR: ['unknown', 'id', 'id-missing'],
  COMPONENT: ['unknown', 'fragment'],
  URL: [
    'form',
    'protocol-relative',
    'user-info',
    'backslash',
    'control',
    'percent',
    'picture',
    'picture-parent',
  ],
  PARSE: [
    'syntax',
    'html',
    'comment',
    'link-in-angles',
    'unclosed-tag',
    'closing-tag',
    'tag-crosses-block',
    'unquoted',
    'expression',
    'module',
    'unclosed',
    'opened',
  ],
  ADVICE: ['nested', 'alt', 'source', 'term', 'callout-type', 'repeated', 'byte-order-mark'],
} as const

export type ProblemCode = keyof typeof problemDetails
export type ProblemDetail<C extends ProblemCode = ProblemCode> = (typeof problemDetails)[C][number]

/** `CODE.detail`, the key of a message. */
export type ProblemKey = { [C in ProblemCode]: `${C}.${ProblemDetail<C>}` }[ProblemCode]

/** A place in the file as read: both count from 1, columns in UTF-16 units. */
export type Place = { line: number; column: number }

/** One thing the gate found, before it is put into words. */
export type Finding = Place & {
  code: ProblemCode
  detail: ProblemDetail
  /** What the sentence names: a component, an attribute, a key, a character (`U+202E`), a limit's figure. */
  subject: string
}

/** A finding with its sentence. A warning advises and refuses nothing. */
export type Problem = Finding & { severity: 'error' | 'warning'; message: string }

/** A finding of `code` at `at`; `detail` has to be one of that code's. */
export function finding<C extends ProblemCode>(
  code: C,
  detail: ProblemDetail<C>,
  at: Place,
  subject = '',
): Finding {
  return { code, detail, line: at.line, column: at.column, subject }
}

/** Whether `found` refuses the lesson. */
export function refuses(found: Pick<Finding, 'code'>): boolean {
  return found.code !== 'ADVICE'
}

/** In reading order; at one place the refusal comes before the advice. */
export function inReadingOrder(found: Finding[]): Finding[] {
  return found.toSorted(
    (a, b) => a.line - b.line || a.column - b.column || Number(refuses(b)) - Number(refuses(a)),
  )
}
