import { z } from 'zod'
import { contractKinds } from './kinds.ts'
import { startOfDay } from './need.ts'

/** The wording of the consent on the page; a change of what it says is a new version. */
export const consentWording = '2026-11-28'

/** What a person says when opting in: from which day (`YYYY-MM-DD`, or '' for any time), for what. */
export const registryProfile = z.object({
  availableFrom: z.union([z.literal(''), z.iso.date()]),
  contracts: z.array(z.enum(contractKinds)).min(1),
})
export type RegistryProfile = z.infer<typeof registryProfile>

/** The start of the day (UTC ms) from which the person is available; null for any time. */
export function availableFromOf({ availableFrom }: RegistryProfile): number | null {
  return availableFrom === '' ? null : startOfDay(availableFrom)
}

/** A day of availability as it counts at `at` (UTC ms): null, any time, once it has come. */
export function availabilityAt(availableFrom: number | null, at: number): number | null {
  return availableFrom !== null && availableFrom > at ? availableFrom : null
}

/** Letters and digits that are not mistaken for one another when read out or copied. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A code of as many characters as there are random bytes (five bits of each). */
export function codeFrom(random: Uint8Array): string {
  return Array.from(random, (byte) => alphabet[byte % alphabet.length]).join('')
}

/** The prefecture a region is in, `990101` → `990100`: the finest place shown of a masked person. */
export function coarseRegion(code: string): string {
  return `${code.slice(0, 4)}00`
}

/** A code and those above it, from the province down: `990101` → 990000, 990100, 990101. */
export function regionLine(code: string): string[] {
  return [...new Set([`${code.slice(0, 2)}0000`, coarseRegion(code), code])]
}

/** The digits that a region and all within it begin with: `990100` → `9901`. */
export function regionPrefix(code: string): string {
  return code.replace(/(00){1,2}$/, '')
}
