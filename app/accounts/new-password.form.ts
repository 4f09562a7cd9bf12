import { z } from 'zod'
import { m } from '#app/shared/i18n/messages.ts'

/** A new password, typed twice. The rules of length and guessing are checked after this. */
export const newPasswordForm = z
  .object({
    password: z
      .string()
      .min(1, { error: () => m.accounts_new_password_needed() })
      .max(1_000),
    repeat: z.string().max(1_000),
  })
  .refine(({ password, repeat }) => password.normalize('NFKC') === repeat.normalize('NFKC'), {
    path: ['repeat'],
    error: () => m.accounts_repeat_differs(),
  })

/** Characters as the rule of length counts them. */
export function lengthOf(password: string): number {
  return [...password.normalize('NFKC')].length
}
