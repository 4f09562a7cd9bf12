import { data } from '@remix-run/node'
import type { z } from 'zod'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** What a form that failed is shown again with: a message for each field, and what was typed. */
export type FormState = { errors: Record<string, string>; values: Record<string, string[]> }

/** Fields that hold a password or a code. */
export const passwordFields = new Set(['password', 'repeat', 'code', 'current'])

/** The form's fields as text, in order; a field sent more than once keeps all of its values. */
export function fieldsOf(form: FormData): Record<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return Object.fromEntries(fields)
}

/** What is said of a field for which the schema has no words of its own; zod's are English. */
function wordsFor(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_big' && typeof issue.input === 'string') {
    const most = formatNumber(Number(issue.maximum))
    return m.shared_too_long({ most, length: formatNumber(issue.input.length) })
  }
  return m.shared_check_field()
}

/**
 * The form checked by `schema`, whose own messages are the ones shown where it has any. Arrays in the
 * schema get all values of a field, everything else the first.
 */
export function parseForm<S extends z.ZodObject>(
  schema: S,
  form: FormData,
): Result<z.infer<S>, Record<string, string>> {
  const values = Object.entries(fieldsOf(form)).map(([name, texts]) => {
    const isList = schema.shape[name]?.def.type === 'array'
    return [name, isList ? texts : texts[0]]
  })
  const parsed = schema.safeParse(Object.fromEntries(values), { error: wordsFor })
  if (parsed.success) return ok(parsed.data)
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    errors[String(path[0] ?? 'form')] ??= message
  }
  return fail(errors)
}

/** Answers a form that cannot be accepted: 422, with everything typed still there. */
export function invalid(errors: Record<string, string>, form: FormData, status = 422) {
  const values = fieldsOf(form)
  // Never sent back to the page that failed.
  for (const name of ['key', ...passwordFields]) delete values[name]
  return data<FormState>({ errors, values }, { status })
}
