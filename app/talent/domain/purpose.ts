import { z } from 'zod'

/** How long a stated purpose is, in characters: fewer tell nothing to the person who reads it. */
export const purposeLength = { least: 4, most: 200 } as const

/** How long a message to someone who is asked for contact is. */
export const messageLength = { least: 5, most: 2_000 } as const

/** Controls, line breaks, zero-width characters and those that turn the direction of text. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
/** Letters and digits, but for those that show nothing, such as fillers. */
const legible = /[\p{L}\p{N}](?<!\p{Default_Ignorable_Code_Point})/gu

/**
 * Whether a text says something to whoever reads it: at least `least` letters (字) or digits, and
 * nothing that hides or turns round what is written.
 */
export function isLegible(text: string, least: number = purposeLength.least): boolean {
  if (unseen.test(text)) return false
  return (text.normalize('NFKC').match(legible) ?? []).length >= least
}

const purposeText = z
  .string()
  .trim()
  .max(purposeLength.most)
  .refine((text) => isLegible(text))

/** What is wrong with a purpose: it says too little, or more than the log keeps. */
export type PurposeProblem = 'too-short' | 'too-long'

/** The purpose of a look as the address gives it; undefined where none is stated. */
export function readPurpose(query: URLSearchParams): string | undefined {
  const parsed = purposeText.safeParse(query.get('purpose') ?? '')
  return parsed.success ? parsed.data : undefined
}

/** Why the address gives no purpose; undefined where it does. */
export function purposeProblem(query: URLSearchParams): PurposeProblem | undefined {
  if (readPurpose(query) !== undefined) return
  const { length } = (query.get('purpose') ?? '').trim()
  return length > purposeLength.most ? 'too-long' : 'too-short'
}
