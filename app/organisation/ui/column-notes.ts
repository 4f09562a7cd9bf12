import { type RosterColumn, requiredColumns } from '#app/organisation/domain/roster-columns.ts'
import { m } from '#app/shared/i18n/messages.ts'

const notes = {
  name: m.organisation_note_name,
  staffNumber: m.organisation_note_staff_number,
  department: m.organisation_note_department,
  staffKind: m.organisation_note_staff_kind,
  grade: m.organisation_note_grade,
  roleProfile: m.organisation_note_role_profile,
  email: m.organisation_note_email,
  phone: m.organisation_note_phone,
} satisfies Record<RosterColumn, () => string>

/** What a column of a roster holds, for whoever fills it in, and whether it may stay empty. */
export function columnNote(column: RosterColumn): string {
  const note = notes[column]()
  return requiredColumns.includes(column) ? note : m.organisation_optional_note({ note })
}
