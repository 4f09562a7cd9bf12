import { guardedLoader } from '#app/accounts/guard.server.ts'
import { staffKinds } from '#app/organisation/domain/organisation.ts'
import { staffKindWord } from '#app/organisation/domain/roster-cells.ts'
import { rosterColumns, rosterHeadings } from '#app/organisation/domain/roster-columns.ts'
import { rosterTable } from '#app/organisation/domain/roster-table.ts'
import { columnNote } from '#app/organisation/ui/column-notes.ts'
import { tableToCsv, tableToWorkbook } from '#app/organisation/write-roster-file.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { listRoleProfileNames } from '#db/organisation/role-profiles.server.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function answer(bytes: Buffer, type: string, name: string): Response {
  const disposition = `attachment; filename="${name}"`
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Disposition': disposition },
  })
}

export const loader = guardedLoader('staff.manage', async ({ url }) => {
  const locale = currentLocale()
  const table = rosterTable([], locale)
  if (url.pathname.endsWith('.csv')) {
    // A line above the headings is skipped when the file comes back.
    const csv = tableToCsv([[m.organisation_csv_note()], ...table])
    return answer(csv, 'text/csv; charset=utf-8', 'roster.csv')
  }
  const notes = [
    [m.organisation_columns(), ''],
    ...rosterColumns.map((column) => [rosterHeadings[column][locale], columnNote(column)]),
  ]
  const profiles = (await listRoleProfileNames()).map(({ code, name }) => [name[locale], code])
  const valid = [
    [m.organisation_staff_kind(), ''],
    ...staffKinds.map((kind) => [staffKindWord(kind, locale), '']),
    ['', ''],
    [m.organisation_role_profile(), m.organisation_code()],
    ...profiles,
  ]
  const bytes = await tableToWorkbook(
    { name: m.organisation_roster(), table },
    { name: m.organisation_notes(), table: notes },
    { name: m.organisation_valid_values(), table: valid },
  )
  return answer(bytes, workbookType, 'roster.xlsx')
})
