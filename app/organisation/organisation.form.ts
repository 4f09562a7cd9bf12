import { z } from 'zod'
import { m } from '#app/shared/i18n/messages.ts'
import { organisationKinds, tiers } from './domain/organisation.ts'

/** A unit or a department as its form describes it. A department says nothing of tier and place. */
export const organisationForm = z.object({
  nameZh: z
    .string()
    .trim()
    .min(1, { error: () => m.organisation_name_zh_needed() })
    .max(120, { error: () => m.organisation_name_zh_long() }),
  nameEn: z
    .string()
    .trim()
    .max(200, { error: () => m.organisation_name_en_long() }),
  kind: z.enum(organisationKinds),
  tier: z.enum(tiers).optional(),
  place: z.string().trim().max(60).optional(),
  placeCode: z.string().max(12).optional(),
})
export type OrganisationForm = z.infer<typeof organisationForm>
