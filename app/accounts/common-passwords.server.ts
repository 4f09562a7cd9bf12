let known: Promise<Set<string>> | undefined

/**
 * Whether a password (lower case) is among the 49,233 most used that zxcvbn-ts lists. The list is
 * loaded the first time someone sets a password.
 */
export async function commonPasswords(): Promise<(password: string) => boolean> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary.passwords),
  )
  const set = await known
  return (password) => set.has(password)
}
