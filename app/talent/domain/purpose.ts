import { z } from 'zod'

/** How long a stated purpose is, in characters: fewer tell nothing to the person who reads it. */
export const purposeLength = { least: 4, most: 200 } as const

/** The least characters of a message to someone who is asked for contact. */
export const leastMessage = 5

const purposeText = z.string().trim().min(purposeLength.least).max(purposeLength.most)

/** The purpose of a look as the address gives it; undefined where none is stated. */
export function readPurpose(query: URLSearchParams): string | undefined {
  const parsed = purposeText.safeParse(query.get('purpose') ?? '')
  return parsed.success ? parsed.data : undefined
}
