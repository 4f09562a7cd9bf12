import { z } from 'zod'
import { m } from '#app/shared/i18n/messages.ts'
import { isLegible } from './domain/purpose.ts'

/** How long grounds are, and a reason for withdrawing, in characters; the person reads both. */
export const groundsLength = { least: 10, most: 500 } as const

const words = z
  .string()
  .trim()
  .refine((text) => isLegible(text.replaceAll(/\s/g, ' '), groundsLength.least), {
    error: () => m.talent_attestation_grounds_needed({ least: groundsLength.least }),
  })
  .max(groundsLength.most, {
    error: () => m.talent_attestation_grounds_long({ most: groundsLength.most }),
  })

/** A level and what it was seen in. */
export const attestationForm = z.object({
  level: z
    .enum(['1', '2', '3', '4'], { error: () => m.talent_attestation_level_needed() })
    .transform(Number),
  grounds: words,
})

/** Why an attestation is withdrawn. */
export const withdrawalForm = z.object({ reason: words })
