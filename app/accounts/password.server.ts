import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP's password storage cheat sheet gives it: 19 MiB, two passes, one lane. */
// 2 is Argon2id: the library's own name for it is a const enum, which isolated modules cannot use.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** At most this many at once, and waiting: beyond, a flood of sign-ins would eat all memory. */
const atOnce = 2
const mayWait = 40

/** Too many passwords are being checked; the person may try again in a moment. */
export class TooBusy extends Error {}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) throw new TooBusy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), parameters))
}

const { memoryCost, timeCost, parallelism } = parameters
/** Costs as much to check as any stored hash, and is that of no password. */
const decoy = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/**
 * Whether `password` is the one behind `stored`. Without a stored hash the same work is done on a
 * decoy, so that the time taken does not tell whether there is such a person.
 */
export async function verifyPassword(
  stored: string | undefined,
  password: string,
): Promise<boolean> {
  const right = await inTurn(() => verify(stored ?? decoy, password.normalize('NFKC')))
  return right && stored !== undefined
}
