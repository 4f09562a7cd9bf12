import { z } from 'zod'
import { actionsChosen } from './actions.ts'
import { isId, shownLength } from './detail.ts'

/** The filter of the audit page, from its address. Whatever is malformed counts as not given. */
export const auditFilter = z.object({
  day: z.string().catch(''),
  /** A group of actions, or one action. */
  action: z
    .string()
    .refine((value) => actionsChosen(value) !== undefined)
    .catch(''),
  /** Who, as it was typed: see `readActor`. */
  actor: z.string().trim().catch(''),
  /** Only events before this number: the next page of the list. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
export type AuditFilter = z.infer<typeof auditFilter>

/** How many characters the field for a person takes: a whole number of one. */
export const longestActor = 64

/** Who acts besides people. */
const machines = ['system', 'operator', 'sealed']

/** The fewest characters of a shown number that stand for it. */
const leastShown = 4

/**
 * What may be meant by the text in the field for a person: an id as the trail has it, the number that
 * the page shows of one (or how that begins), a staff number. Several may be meant at once: a staff
 * number can look like a shown number.
 */
export function readActor(typed: string): { id?: string; shown?: string; login?: string } {
  const text = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^…|^\.{3}/, '')
  if (machines.includes(text) || isId(text)) return { id: text }
  if (text === '' || text.length > longestActor) return {}
  const isShown = new RegExp(`^[0-9a-f]{${leastShown},${shownLength}}$`).test(text)
  return { ...(isShown && { shown: text }), login: text }
}
