import { countRecoveryCodes, findCredential } from '#db/accounts/credentials.server.ts'
import { readSigned, signValue, tokenHash } from './token.server.ts'

const purpose = 'second-factor'
const fiveMinutes = 5 * 60_000

/** What a ticket stands on: it changes with the password, and with every code that is used. */
async function stateOf(personId: string): Promise<string | undefined> {
  const credential = await findCredential(personId)
  if (!credential?.totpConfirmedAt) return
  const { passwordHash, totpLastStep } = credential
  return tokenHash(`${passwordHash} ${totpLastStep} ${await countRecoveryCodes(personId)}`)
}

/** Says that this person's password was right and the code is still to come. */
export async function codeTicket(personId: string): Promise<string> {
  const state = (await stateOf(personId)) ?? ''
  return signValue(purpose, `${personId} ${state}`, Date.now() + fiveMinutes)
}

/** Whose code is to come; undefined once the ticket was used, or their password is another. */
export async function readCodeTicket(ticket: string | undefined): Promise<string | undefined> {
  const [personId, state] = (readSigned(purpose, ticket) ?? '').split(' ')
  if (!personId || !state) return
  return (await stateOf(personId)) === state ? personId : undefined
}
