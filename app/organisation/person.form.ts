import { z } from 'zod'
import { m } from '#app/shared/i18n/messages.ts'
import { staffKinds } from './domain/organisation.ts'
import { readCell } from './domain/roster-cells.ts'
import type { RosterColumn } from './domain/roster-columns.ts'

/** A field by the rules of the roster's column, so that both ways in keep the same text. */
const cell = (column: RosterColumn, error: () => string) =>
  z.string().transform((raw, context) => {
    const read = readCell(column, raw)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: error() })
    return z.NEVER
  })

/** What the unit's records say of a person. */
export const personForm = z.object({
  name: cell('name', m.organisation_name_needed),
  staffNumber: cell('staffNumber', m.organisation_staff_number_wrong),
  email: cell('email', m.organisation_email_wrong),
  phone: cell('phone', m.organisation_phone_wrong),
  department: z.string(),
  staffKind: z.enum(staffKinds),
  grade: cell('grade', m.organisation_grade_needed),
  roleProfile: z.string(),
})
export type PersonForm = z.infer<typeof personForm>
