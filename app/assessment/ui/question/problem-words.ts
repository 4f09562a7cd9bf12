import type { Presented } from '#app/assessment/domain/present.ts'
import { fieldName, type UnreadableResponse } from '#app/assessment/domain/response.ts'
import { m } from '#app/shared/i18n/messages.ts'

const malformed = {
  single: m.assessment_error_choice,
  multiple: m.assessment_error_choice,
  order: m.assessment_error_order,
  match: m.assessment_error_match,
  number: m.assessment_error_number,
  short: m.assessment_error_text,
} satisfies Record<Presented['type'], () => string>

const empty = { test: m.assessment_error_empty, check: m.assessment_error_empty_check }

/**
 * What is wrong with an answer that cannot be read, under the name of its first field. A test has
 * an “I don’t know” to point to; in a check of a lesson a wrong answer costs nothing.
 */
export function problemWords(
  { id, type }: Presented,
  problem: UnreadableResponse,
  where: keyof typeof empty,
): Record<string, string> {
  const words = problem === 'empty' ? empty[where]() : malformed[type]()
  const first = type === 'order' || type === 'match' ? fieldName(id, 'c1') : fieldName(id)
  return { [first]: words }
}
