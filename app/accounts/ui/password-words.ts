import type { PasswordProblem } from '#app/accounts/domain/password.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** What is wrong with a new password, and what to do; `length` is how many characters it has. */
export function passwordWords(problem: PasswordProblem | 'busy', length: number): string {
  const words = {
    'too-short': () => m.accounts_password_too_short({ length }),
    'too-long': () => m.accounts_password_too_long({ length }),
    invisible: m.accounts_password_invisible,
    common: m.accounts_password_common,
    'about-you': m.accounts_password_about_you,
    repetitive: m.accounts_password_repetitive,
    busy: m.accounts_sign_in_busy,
  } satisfies Record<PasswordProblem | 'busy', () => string>
  return words[problem]()
}
