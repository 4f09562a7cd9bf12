import { m } from '#app/shared/i18n/messages.ts'

/** What to do when one's own password was not accepted. */
export const currentPasswordWords = {
  wrong: () => m.accounts_current_wrong(),
  wait: () => m.accounts_current_wait(),
  busy: () => m.accounts_sign_in_busy(),
} satisfies Record<string, () => string>
