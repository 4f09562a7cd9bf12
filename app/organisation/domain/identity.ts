import { z } from 'zod'

/** What names a person. It lives in the identity vault and nowhere else. */
export const identity = z.strictObject({
  name: z.string().trim().min(1).max(80),
  staffNumber: z
    .string()
    .trim()
    .min(1)
    .max(32)
    .regex(/^[0-9A-Za-z-]+$/),
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .trim()
    .max(32)
    .regex(/^[0-9+() -]+$/)
    .optional(),
})
export type Identity = z.infer<typeof identity>

/** The most characters of a search among people: as long as a name may be. */
export const longestSearch = 80

/** A login as people type it, made comparable: full-width letters and case do not matter. */
export function normaliseLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/**
 * Whether a person's id is the one meant by `typed` (as `normaliseLogin` leaves it): a whole id, or the
 * end of one as the audit trail shows it, '…456789ab'.
 */
export function whoseNumber(typed: string): (personId: string) => boolean {
  const end = typed.replace(/^\.{3}/, '')
  const isNumber = /^[0-9a-f-]{8,36}$/.test(end)
  return (personId) => isNumber && personId.endsWith(end)
}
