import { m } from '#app/shared/i18n/messages.ts'
import { findCredential } from '#db/accounts/credentials.server.ts'
import { TooBusy, verifyPassword } from './password.server.ts'
import { mayTry, noteFailure, noteSuccess } from './throttle.server.ts'

/**
 * Whether someone who is signed in typed their own password again: asked before what a stranger at
 * an unlocked screen must not do. Tries are counted for the person, who is already inside.
 */
export async function confirmPassword(
  personId: string,
  password: string,
): Promise<'right' | 'wrong' | 'wait' | 'busy'> {
  const attempt = { address: `own:${personId}`, login: personId, browserId: undefined }
  if (!mayTry(attempt, false)) return 'wait'
  try {
    const credential = await findCredential(personId)
    if (await verifyPassword(credential?.passwordHash, password.slice(0, 1_000))) {
      noteSuccess(attempt, false)
      return 'right'
    }
  } catch (error) {
    if (error instanceof TooBusy) return 'busy'
    throw error
  }
  noteFailure(attempt, false)
  return 'wrong'
}

/** What to do when one's own password was not accepted. */
export const currentPasswordWords = {
  wrong: () => m.accounts_current_wrong(),
  wait: () => m.accounts_current_wait(),
  busy: () => m.accounts_sign_in_busy(),
}
