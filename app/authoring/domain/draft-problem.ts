import type { DraftPart } from './draft.ts'
import type { SettingField } from './draft-settings.ts'

/** Codes beside the gate's own; each has a paragraph on the help page. */
export const draftCodes = [
  'YAML',
  'SCHEMA',
  'QUESTION',
  'REFERENCE',
  'MISSING',
  'SAMPLE',
  'SETTINGS',
  'DRIFT',
  'COMPILE',
  'BUSY',
  'PICTURE',
] as const

/** Something in a draft that must (error) or should (warning) be mended before it is published. */
export type DraftProblem = {
  part: DraftPart
  code: string
  /** From 1, in the part's text; of no meaning for settings. */
  line: number
  column: number
  message: string
  severity: 'error' | 'warning'
  /** The beginning of that line, for an author whose editor shows no line numbers. */
  excerpt: string
  field?: SettingField
  /** What mends it is the page where pictures are uploaded. */
  isPicture?: true
}

/** Errors first, then by part and place. */
export function inOrder(problems: DraftProblem[]): DraftProblem[] {
  const rank = ({ severity }: DraftProblem) => (severity === 'error' ? 0 : 1)
  const parts = ['zh', 'en', 'quiz', 'settings']
  return problems.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      parts.indexOf(a.part) - parts.indexOf(b.part) ||
      a.line - b.line ||
      a.column - b.column,
  )
}

export function hasErrors(problems: DraftProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

/** The start of line `line` of `text`, cut to 60 characters. */
export function excerptOf(text: string, line: number): string {
  const whole = (text.split('\n')[line - 1] ?? '').trim()
  const letters = [...whole]
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : whole
}
