import { z } from 'zod'
import { actionsChosen } from './actions.ts'

/** The filter of the audit page, from its address. Whatever is malformed counts as not given. */
export const auditFilter = z.object({
  day: z.string().catch(''),
  /** A group of actions, or one action. */
  action: z
    .string()
    .refine((value) => actionsChosen(value) !== undefined)
    .catch(''),
  actor: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{0,64}$/)
    .catch(''),
  /** Only events before this number: the next page of the list. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
export type AuditFilter = z.infer<typeof auditFilter>
