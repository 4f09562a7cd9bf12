import { z } from 'zod'
import { m } from '#app/shared/i18n/messages.ts'
import { identity } from './domain/identity.ts'
import { staffKinds } from './domain/organisation.ts'

/** What the unit's records say of a person. */
export const personForm = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: () => m.organisation_name_needed() })
    .max(80, { error: () => m.organisation_name_long() }),
  staffNumber: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .refine((text) => identity.shape.staffNumber.safeParse(text).success, {
      error: () => m.organisation_staff_number_wrong(),
    }),
  email: z
    .string()
    .trim()
    .refine((text) => text === '' || identity.shape.email.safeParse(text).success, {
      error: () => m.organisation_email_wrong(),
    }),
  phone: z
    .string()
    .trim()
    .refine((text) => text === '' || identity.shape.phone.safeParse(text).success, {
      error: () => m.organisation_phone_wrong(),
    }),
  department: z.string(),
  staffKind: z.enum(staffKinds),
  grade: z
    .string()
    .trim()
    .min(1, { error: () => m.organisation_grade_needed() })
    .max(80, { error: () => m.organisation_grade_long() }),
  roleProfile: z.string(),
})
export type PersonForm = z.infer<typeof personForm>
