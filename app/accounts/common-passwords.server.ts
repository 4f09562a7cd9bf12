import type { RankOf } from './domain/guessable.ts'

let known: Promise<RankOf> | undefined

/**
 * Where a password (lower case) stands among the 49,233 most used that zxcvbn-ts lists, from 1. The
 * list is loaded the first time someone sets a password.
 */
export function commonPasswords(): Promise<RankOf> {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const ranks = new Map(dictionary.passwords.map((word, index) => [word, index + 1]))
    return (word) => ranks.get(word)
  })
  return known
}
