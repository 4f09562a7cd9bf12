/** What is wrong with a password someone wants to set. */
export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'about-you' | 'repetitive'

/** Enough alone (NIST SP 800-63B-4, 3.1.1.2); with a second factor, eight are. */
export const longEnough = 15
export const longEnoughWithFactor = 8
const longest = 256

/** Whether this password needs a second factor beside it. */
export function isShort(password: string): boolean {
  return [...password.normalize('NFKC')].length < longEnough
}

/**
 * Why `password` cannot be set, if it cannot. Length counts characters, not bytes, and no mixture
 * of kinds is asked for. `isCommon` looks it up among known passwords, lower case; `about` holds
 * what anyone knows of the person (name, numbers, the product's name).
 */
export function passwordProblem(
  password: string,
  about: string[],
  isCommon: (password: string) => boolean,
): PasswordProblem | undefined {
  const text = password.normalize('NFKC').toLowerCase()
  const characters = [...text]
  if (characters.length < longEnoughWithFactor) return 'too-short'
  if (characters.length > longest) return 'too-long'
  if (isCommon(text)) return 'common'
  if (new Set(characters).size < 4) return 'repetitive'
  const bare = about
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length > 1)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)
  if (bare.length < characters.length && [...bare].length < longEnoughWithFactor) return 'about-you'
  if (isCommon(bare)) return 'about-you'
}
