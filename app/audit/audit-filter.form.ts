import { z } from 'zod'

/** The filter of the audit page, from its address. Whatever is malformed counts as not given. */
export const auditFilter = z.object({
  day: z.string().catch(''),
  action: z
    .string()
    .trim()
    .regex(/^[a-z.-]{0,64}$/)
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
