import { z } from 'zod'
import { roles } from '#app/accounts/domain/roles.ts'
import { organisationKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { bilingual, slug } from '#app/shared/domain/text.ts'
import { contractKinds } from '#app/talent/domain/kinds.ts'
import { whiteHatRoles } from '#app/white-hat/domain/roles.ts'

const staffNumber = z.string().min(1)

/** `content/demonstration/county.yaml`: who and what the demonstration begins with. */
export const countyFile = z.strictObject({
  organisations: z.array(
    z.strictObject({
      key: z.string(),
      parent: z.string().optional(),
      kind: z.enum(organisationKinds),
      tier: z.enum(tiers),
      region: z.string().regex(/^99\d{4}$/),
      name: bilingual,
    }),
  ),
  people: z.array(
    z.strictObject({
      staffNumber,
      name: z.string(),
      organisation: z.string(),
      grade: z.string(),
      post: slug,
    }),
  ),
  roles: z.array(z.strictObject({ staffNumber, role: z.enum(roles), organisation: z.string() })),
  attested: z.array(
    z.strictObject({
      staffNumber,
      skill: slug,
      level: z.int().min(1).max(4),
      grounds: z.string().min(10),
    }),
  ),
  certified: z.array(z.strictObject({ staffNumber, skill: slug, level: z.int().min(1).max(4) })),
  studied: z.array(
    z.strictObject({ staffNumber, module: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/) }),
  ),
  registered: z.array(z.strictObject({ staffNumber, contracts: z.array(z.enum(contractKinds)) })),
  whiteHats: z.array(z.strictObject({ staffNumber, role: z.enum(whiteHatRoles) })),
})
export type CountyFile = z.infer<typeof countyFile>
