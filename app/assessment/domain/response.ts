import { parseNumber } from '#app/assessment/domain/normalise.ts'
import { type Placed, placeParts } from '#app/assessment/domain/present.ts'
import type { Question } from '#app/assessment/domain/question.ts'
import { type Filled, fillVariant } from '#app/assessment/domain/variant.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'

/** What a person answered, in authors' ids: what is stored and graded. */
export type Response =
  | { type: 'single'; choice: string }
  | { type: 'multiple'; choices: string[] }
  /** Step ids in the order given. */
  | { type: 'order'; order: string[] }
  /** For each pair's id, the id of the right side chosen for it. */
  | { type: 'match'; pairs: Record<string, string> }
  | { type: 'number' | 'short'; text: string }

/** An answer as it is kept; `response` is null when the person said 'I don't know'. */
export type KeptResponse = { response: Response | null; normalised: string }

/** Fields of a form by name, each with all its values (`FormData` grouped). */
export type FormFields = Record<string, string[]>

/** Nothing was answered; or something was, but not in a way the form could send when filled in. */
export type UnreadableResponse = 'empty' | 'malformed'

const longestText = 200

/**
 * The name of a form field, which works in a plain HTML form:
 * single `q.<id>` = key; multiple `q.<id>` = key, repeated; order `q.<id>.<key>` = rank from 1;
 * match `q.<id>.<left key>` = right key; number and short `q.<id>` = text.
 */
export function fieldName(questionId: string, key?: string): string {
  return key === undefined ? `q.${questionId}` : `q.${questionId}.${key}`
}

function given(form: FormFields, name: string): string[] {
  return (Object.hasOwn(form, name) ? (form[name] ?? []) : []).filter((v) => v.trim() !== '')
}

/** One value for each key, or the problem; a rank or a partner left open makes it malformed. */
function readEach(
  form: FormFields,
  id: string,
  parts: Placed[],
): Result<string[], UnreadableResponse> {
  const values = parts.map(({ key }) => given(form, fieldName(id, key)))
  if (values.every((v) => v.length === 0)) return fail('empty')
  const single = values.flatMap((v) => (v.length === 1 ? v : []))
  return single.length === parts.length ? ok(single) : fail('malformed')
}

function readOrder(question: Filled, parts: Placed[], form: FormFields) {
  const ranks = readEach(form, question.id, parts)
  if (!ranks.ok) return ranks
  const order = parts.map((_, i) => parts[ranks.value.indexOf(String(i + 1))]?.id)
  const known = order.filter((id) => id !== undefined)
  if (known.length !== parts.length) return fail<UnreadableResponse>('malformed')
  return ok<Response>({ type: 'order', order: known })
}

function readMatch(question: Filled, parts: Placed[], rights: Placed[], form: FormFields) {
  const keys = readEach(form, question.id, parts)
  if (!keys.ok) return keys
  const pairs: Record<string, string> = {}
  for (const [i, { id }] of parts.entries()) {
    const right = rights.find(({ key }) => key === keys.value[i])
    if (!right) return fail<UnreadableResponse>('malformed')
    pairs[id] = right.id
  }
  return ok<Response>({ type: 'match', pairs })
}

/**
 * The response in `form` to `question` as `seed` showed it. Half an answer (a rank left open) is
 * malformed, and so is text where a number is asked for, so that people are told rather than
 * marked wrong.
 */
export function readResponse(
  question: Question,
  seed: string,
  form: FormFields,
): Result<Response, UnreadableResponse> {
  const filled = fillVariant(question, seed)
  const { parts, rights } = placeParts(filled, seed)
  if (filled.type === 'order') return readOrder(filled, parts, form)
  if (filled.type === 'match') return readMatch(filled, parts, rights, form)
  const values = given(form, fieldName(filled.id))
  const [first] = values
  if (first === undefined) return fail('empty')
  if (filled.type === 'multiple') {
    const chosen = parts.filter(({ key }) => values.includes(key)).map(({ id }) => id)
    return chosen.length === values.length
      ? ok({ type: 'multiple', choices: chosen.sort() })
      : fail('malformed')
  }
  if (values.length > 1 || first.length > longestText) return fail('malformed')
  if (filled.type === 'single') {
    const chosen = parts.find(({ key }) => key === first)
    return chosen ? ok({ type: 'single', choice: chosen.id }) : fail('malformed')
  }
  if (filled.type === 'number' && parseNumber(first, filled.unit) === null) return fail('malformed')
  return ok({ type: filled.type, text: first })
}

/** The form that `readResponse` reads as `response`: to show people again what they answered. */
export function writeResponse(question: Question, seed: string, response: Response): FormFields {
  const filled = fillVariant(question, seed)
  const { parts, rights } = placeParts(filled, seed)
  const keyOf = (list: Placed[], id: string | undefined) => list.find((p) => p.id === id)?.key ?? ''
  const name = fieldName(filled.id)
  switch (response.type) {
    case 'single':
      return { [name]: [keyOf(parts, response.choice)] }
    case 'multiple':
      return { [name]: response.choices.map((id) => keyOf(parts, id)) }
    case 'order':
      return Object.fromEntries(
        response.order.map((id, i) => [fieldName(filled.id, keyOf(parts, id)), [String(i + 1)]]),
      )
    case 'match':
      return Object.fromEntries(
        parts.map(({ key, id }) => [
          fieldName(filled.id, key),
          [keyOf(rights, response.pairs[id])],
        ]),
      )
    default:
      return { [name]: [response.text] }
  }
}
