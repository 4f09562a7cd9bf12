import { digitsOfGuesses, type RankOf } from './guessable.ts'

/** What is wrong with a password someone wants to set. */
export type PasswordProblem =
  | 'too-short'
  | 'too-long'
  | 'invisible'
  | 'repetitive'
  | 'common'
  | 'about-you'

/** Enough alone (NIST SP 800-63B-4, 3.1.1.2); with a second factor, eight are. */
export const longEnough = 15
export const longEnoughWithFactor = 8
const longest = 256
const fewestDifferent = 6
/** Decimal digits of guesses it has to withstand: alone, and beside a second factor. */
const leastDigits = { alone: 12, withFactor: 8 } as const

/** Characters that show nothing: they make a password long for whoever counts, not for who guesses. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether this password needs a second factor beside it. */
export function isShort(password: string): boolean {
  return [...password.normalize('NFKC')].length < longEnough
}

/**
 * Why `password` cannot be set, if it cannot. Length counts characters, not bytes, and no mixture
 * of kinds is asked for. `rankOf` looks it up among known passwords, lower case; `about` holds what
 * anyone knows of the person (name, numbers, the product's name).
 */
export function passwordProblem(
  password: string,
  about: string[],
  rankOf: RankOf,
): PasswordProblem | undefined {
  // Of the password as it is typed: some invisible characters become none.
  if (invisible.test(password)) return 'invisible'
  const text = password.normalize('NFKC').toLowerCase()
  const characters = [...text]
  if (characters.length < longEnoughWithFactor) return 'too-short'
  if (characters.length > longest) return 'too-long'
  if (new Set(characters).size < fewestDifferent) return 'repetitive'
  const least = isShort(password) ? leastDigits.withFactor : leastDigits.alone
  const known = about
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length > 1)
  if (digitsOfGuesses(text, known, rankOf) >= least) return
  return digitsOfGuesses(text, [], rankOf) >= least ? 'about-you' : 'common'
}
