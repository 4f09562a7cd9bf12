import { guardedLoader } from '#app/accounts/guard.server.ts'
import { rosterColumns, rosterHeadings } from '#app/organisation/domain/roster-columns.ts'
import { rosterTable } from '#app/organisation/domain/roster-table.ts'
import { columnNotes } from '#app/organisation/ui/column-notes.ts'
import { tableToCsv, tableToWorkbook } from '#app/organisation/write-roster-file.server.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'

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
    return answer(tableToCsv(table), 'text/csv; charset=utf-8', 'roster.csv')
  }
  const notes = [
    [m.organisation_columns(), ''],
    ...rosterColumns.map((column) => [rosterHeadings[column][locale], columnNotes[column]()]),
  ]
  const bytes = await tableToWorkbook(
    { name: m.organisation_roster(), table },
    { name: m.organisation_notes(), table: notes },
  )
  return answer(bytes, workbookType, 'roster.xlsx')
})
