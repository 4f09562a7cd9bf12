import { normaliseLogin } from '#app/organisation/domain/identity.ts'
import { type Credential, findCredential } from '#db/accounts/credentials.server.ts'
import { findPersonIdByLogin } from '#db/vault/identities.server.ts'
import { TooBusy, verifyPassword } from './password.server.ts'
import { logSignIn } from './sign-in-log.server.ts'
import { signInCounts, takeTry } from './throttle.server.ts'
import { readSigned, signValue } from './token.server.ts'

export type Door = { address: string; browserId: string | undefined; knownFor: string | undefined }

export type SignInOutcome =
  | { kind: 'signed-in'; personId: string }
  | { kind: 'code-needed'; personId: string }
  | { kind: 'wrong' }
  | { kind: 'wait' }
  | { kind: 'busy' }

/**
 * Checks a login and password. Every refusal takes the work of a full check and says the same, so
 * that nobody learns who has an account.
 */
export async function signIn(login: string, password: string, door: Door): Promise<SignInOutcome> {
  const personId = await findPersonIdByLogin(login)
  const known = personId !== undefined && door.knownFor === personId
  const attempt = takeTry(signInCounts({ ...door, login: normaliseLogin(login), known }))
  const refused = (kind: 'wrong' | 'wait' | 'busy') => {
    logSignIn('password', kind, personId)
    return { kind }
  }
  if (!attempt) return refused('wait')
  let credential: Credential | undefined
  try {
    credential = personId ? await findCredential(personId) : undefined
    const right = await verifyPassword(credential?.passwordHash, password)
    if (!right || !credential) return refused('wrong')
  } catch (error) {
    attempt.notMade()
    if (error instanceof TooBusy) return refused('busy')
    throw error
  }
  attempt.succeeded()
  logSignIn('password', 'right', personId)
  const kind = credential.totpConfirmedAt === null ? 'signed-in' : 'code-needed'
  return { kind, personId: credential.personId }
}

const purpose = 'browser'
const year = 365 * 86_400_000

/** The browser cookie's value: a random id, and who signed in or set a password with this browser. */
export function browserMark(browserId: string, personId: string): string {
  return signValue(purpose, `${browserId} ${personId}`, Date.now() + year)
}

/** What a browser cookie says, if this server made it. */
export function readBrowserMark(mark: string | undefined) {
  const [browserId, knownFor] = (readSigned(purpose, mark) ?? '').split(' ')
  return { browserId: browserId || undefined, knownFor }
}
