import { normaliseLogin } from '#app/organisation/domain/identity.ts'
import { findCredential } from '#db/accounts/credentials.server.ts'
import { findPersonIdByLogin } from '#db/vault/identities.server.ts'
import { TooBusy, verifyPassword } from './password.server.ts'
import { mayTry, noteFailure, noteSuccess } from './throttle.server.ts'
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
  const attempt = { ...door, login: normaliseLogin(login) }
  const personId = await findPersonIdByLogin(login)
  const known = personId !== undefined && door.knownFor === personId
  if (!mayTry(attempt, known)) return { kind: 'wait' }
  const credential = personId ? await findCredential(personId) : undefined
  try {
    if (!(await verifyPassword(credential?.passwordHash, password)) || !credential) {
      noteFailure(attempt, known)
      return { kind: 'wrong' }
    }
  } catch (error) {
    if (error instanceof TooBusy) return { kind: 'busy' }
    throw error
  }
  noteSuccess(attempt, known)
  const kind = credential.totpConfirmedAt === null ? 'signed-in' : 'code-needed'
  return { kind, personId: credential.personId }
}

const purpose = { known: 'browser', code: 'second-factor' } as const
const year = 365 * 86_400_000
const codeMinutes = 5 * 60_000

/** The browser cookie's value: a random id, and for whom this browser has signed in. */
export function browserMark(browserId: string, personId: string): string {
  return signValue(purpose.known, `${browserId} ${personId}`, Date.now() + year)
}

/** What a browser cookie says, if this server made it. */
export function readBrowserMark(mark: string | undefined) {
  const [browserId, knownFor] = (readSigned(purpose.known, mark) ?? '').split(' ')
  return { browserId: browserId || undefined, knownFor }
}

/** Says that this person's password was right and the code is still to come. */
export function codeTicket(personId: string): string {
  return signValue(purpose.code, personId, Date.now() + codeMinutes)
}

export function readCodeTicket(ticket: string | undefined): string | undefined {
  return readSigned(purpose.code, ticket)
}
