import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { keys } from '#app/runtime.server.ts'
import {
  confirmTotp,
  findCredential,
  proposeTotp,
  spendRecoveryCode,
  spendTotpStep,
} from '#db/accounts/credentials.server.ts'
import { seal, unseal } from '#db/vault/seal.server.ts'
import { totpParameters, totpStep, totpWindow } from './domain/totp.ts'
import { tokenHash } from './token.server.ts'

/** No 0, 1, I, L, O: they are misread on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const recoveryCount = 10

function totp(secret: Secret, label: string): TOTP {
  return new TOTP({ ...totpParameters, issuer: 'Civic Digital Skills', label, secret })
}

function recoveryCode(): string {
  const pick = () => alphabet[randomInt(alphabet.length)]
  return `${Array.from({ length: 5 }, pick).join('')}-${Array.from({ length: 5 }, pick).join('')}`
}

const recoveryHash = (personId: string, code: string) =>
  tokenHash(`${personId}:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`)

/** Proposes a new secret; it counts once a code made from it was seen. */
export async function proposeSecondFactor(personId: string): Promise<void> {
  const secret = new Secret({ size: 20 })
  await proposeTotp(personId, seal(keys().seal, Buffer.from(secret.bytes), personId))
}

async function secretOf(personId: string) {
  const credential = await findCredential(personId)
  if (!credential?.totpSealed) return
  const bytes = unseal(keys().seal, credential.totpSealed, personId)
  return { credential, secret: new Secret({ buffer: new Uint8Array(bytes).buffer }) }
}

/** The proposed secret as an authenticator app takes it: an otpauth address, and the text to type. */
export async function proposedSecret(personId: string, label: string) {
  const found = await secretOf(personId)
  if (!found || found.credential.totpConfirmedAt !== null) return
  return { address: totp(found.secret, label).toString(), text: found.secret.base32 }
}

function stepOf(secret: Secret, code: string): number | undefined {
  const at = Date.now()
  const token = code.normalize('NFKC').replace(/\s/g, '')
  const delta = totp(secret, '').validate({ token, timestamp: at, window: totpWindow })
  return delta === null ? undefined : totpStep(at) + delta
}

/** Puts the proposed secret in force if `code` is from it. Returns the recovery codes, shown once. */
export async function confirmSecondFactor(
  personId: string,
  code: string,
): Promise<string[] | undefined> {
  const found = await secretOf(personId)
  const step = found && stepOf(found.secret, code)
  if (step === undefined) return
  const codes = Array.from({ length: recoveryCount }, recoveryCode)
  await confirmTotp(
    personId,
    step,
    codes.map((each) => recoveryHash(personId, each)),
  )
  return codes
}

/** Whether `code` is a fresh code of the person's app, or one of their unused recovery codes. */
export async function spendSecondFactor(personId: string, code: string): Promise<boolean> {
  const found = await secretOf(personId)
  if (!found || found.credential.totpConfirmedAt === null) return false
  const step = stepOf(found.secret, code)
  if (step !== undefined) return spendTotpStep(personId, step)
  return spendRecoveryCode(personId, recoveryHash(personId, code))
}
