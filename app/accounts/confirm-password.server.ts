import { m } from '#app/shared/i18n/messages.ts'
import { findCredential } from '#db/accounts/credentials.server.ts'
import { TooBusy, verifyPassword } from './password.server.ts'
import { logSignIn } from './sign-in-log.server.ts'
import { personCounts, takeTry } from './throttle.server.ts'

type Outcome = 'right' | 'wrong' | 'wait' | 'busy'

async function check(personId: string, password: string): Promise<Outcome> {
  const attempt = takeTry(personCounts('password', personId))
  if (!attempt) return 'wait'
  try {
    const credential = await findCredential(personId)
    if (!(await verifyPassword(credential?.passwordHash, password.slice(0, 1_000)))) return 'wrong'
  } catch (error) {
    attempt.notMade()
    if (error instanceof TooBusy) return 'busy'
    throw error
  }
  attempt.succeeded()
  return 'right'
}

/**
 * Whether someone who is signed in typed their own password again: asked before what a stranger at
 * an unlocked screen must not do. Tries are counted for the person, who is already inside.
 */
export async function confirmPassword(personId: string, password: string): Promise<Outcome> {
  const outcome = await check(personId, password)
  logSignIn('own-password', outcome, personId)
  return outcome
}

/** What to do when one's own password was not accepted. */
export const currentPasswordWords = {
  wrong: () => m.accounts_current_wrong(),
  wait: () => m.accounts_current_wait(),
  busy: () => m.accounts_sign_in_busy(),
}
