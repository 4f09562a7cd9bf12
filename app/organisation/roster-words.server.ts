import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { type RosterColumn, rosterHeadings } from './domain/roster-columns.ts'

type FileProblem = { code: keyof typeof fileWords; columns?: RosterColumn[] }

const fileWords = {
  empty: m.organisation_file_empty,
  'old-excel': m.organisation_file_old_excel,
  'not-excel': m.organisation_file_not_excel,
  unreadable: m.organisation_file_unreadable,
  'too-large': m.organisation_file_too_large,
  busy: m.organisation_file_busy,
  'no-headings': m.organisation_file_no_headings,
  'no-rows': m.organisation_file_no_rows,
  'too-many-rows': m.organisation_file_too_many,
  'missing-columns': m.organisation_file_missing,
  'repeated-columns': m.organisation_file_repeated,
  'no-unit': m.organisation_file_no_unit,
}

/** Why a file is no roster, and what to do. */
export function fileProblemWords({ code, columns = [] }: FileProblem): string {
  const locale = currentLocale()
  return fileWords[code]({
    columns: columns
      .map((column) => rosterHeadings[column][locale])
      .join(m.organisation_list_comma()),
  })
}
