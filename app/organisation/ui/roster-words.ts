import type { RosterColumn, RosterProblem } from '#app/organisation/domain/roster-columns.ts'
import { m } from '#app/shared/i18n/messages.ts'

export const columnWords = {
  name: m.accounts_name,
  staffNumber: m.accounts_staff_number,
  department: m.organisation_department,
  staffKind: m.organisation_staff_kind,
  grade: m.organisation_grade,
  roleProfile: m.organisation_role_profile,
  email: m.accounts_email,
  phone: m.accounts_phone,
} satisfies Record<RosterColumn, () => string>

/** Columns in a sentence. */
export function columnList(columns: RosterColumn[]): string {
  return columns.map((column) => columnWords[column]()).join(m.organisation_list_comma())
}

/** What is wrong with a cell, and what to do. */
export function problemWords({ code, value, hint, column }: RosterProblem): string {
  const suggestion = hint ? m.organisation_problem_meant({ hint }) : ''
  const words = {
    missing: () => m.organisation_problem_missing(),
    malformed: () =>
      column === 'staffNumber'
        ? m.organisation_problem_number({ value })
        : m.organisation_problem_malformed({ value }),
    'digits-lost': () => m.organisation_problem_digits({ value }),
    repeated: () => m.organisation_problem_repeated({ value, line: hint ?? '' }),
    'used-elsewhere': () => m.organisation_problem_elsewhere({ value }),
    'has-left': () => m.organisation_problem_left({ value }),
    'unknown-department': () => m.organisation_problem_department({ value }) + suggestion,
    'ambiguous-department': () => m.organisation_problem_ambiguous({ value }),
    'unknown-staff-kind': () => m.organisation_problem_kind({ value }),
    'unknown-role-profile': () => m.organisation_problem_profile({ value }) + suggestion,
  } satisfies Record<RosterProblem['code'], () => string>
  return words[code]()
}
