import {
  type RosterColumn,
  type RosterProblem,
  rosterHeadings,
} from '#app/organisation/domain/roster-columns.ts'
import type { RosterChange } from '#app/organisation/domain/roster-plan.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

/** A column as the template heads it, so that it is found in the file. */
export function columnWords(column: RosterColumn): string {
  return rosterHeadings[column][currentLocale()]
}

/** What was there and what would be; of somebody new, what would be. */
export function changeWords({ column, from, to }: RosterChange, isNew = false): string {
  if (isNew) return m.organisation_recorded({ column: columnWords(column), to })
  const none = m.organisation_nothing_there()
  return m.organisation_change({ column: columnWords(column), from: from || none, to: to || none })
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
    'email-beyond': () => m.organisation_problem_email_beyond({ value }),
    'has-left': () => m.organisation_problem_left({ value }),
    'unknown-department': () => m.organisation_problem_department({ value }) + suggestion,
    'ambiguous-department': () => m.organisation_problem_ambiguous({ value }),
    'unknown-staff-kind': () => m.organisation_problem_kind({ value }),
    'unknown-role-profile': () => m.organisation_problem_profile({ value }) + suggestion,
  } satisfies Record<RosterProblem['code'], () => string>
  return words[code]()
}
