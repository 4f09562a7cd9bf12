import type { Locale } from '#app/shared/domain/text.ts'
import type { Identity } from './identity.ts'
import type { StaffKind } from './organisation.ts'
import { staffKindWord } from './roster-cells.ts'
import { rosterColumns, rosterHeadings } from './roster-columns.ts'

/** One person of a roster that leaves the platform. */
export type RosterPerson = Identity & {
  department: string
  staffKind: StaffKind
  grade: string
  roleProfile: string | null
}

/** People as the table that `readRoster` reads: headings first, in the file's language. */
export function rosterTable(people: RosterPerson[], locale: Locale): string[][] {
  return [
    rosterColumns.map((column) => rosterHeadings[column][locale]),
    ...people.map((person) =>
      rosterColumns.map((column) =>
        column === 'staffKind' ? staffKindWord(person.staffKind, locale) : (person[column] ?? ''),
      ),
    ),
  ]
}

/**
 * A cell that a spreadsheet will not compute: what begins like a formula gets an apostrophe first
 * (OWASP, CSV injection). `cellText` takes it off again.
 */
export function inertCell(text: string): string {
  return /^\s*[=+\-@']/.test(text) ? `'${text}` : text
}
