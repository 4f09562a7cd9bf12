import { redirect } from '@remix-run/node'
import Papa from 'papaparse'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { creditHoursReport } from '#app/reporting/credit-hours.server.ts'
import { readReportMonth } from '#app/reporting/domain/month.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { recordDownload } from '#db/reporting/downloads.server.ts'

export const loader = guardedLoader('credit-hours.report', async ({ reader, url }) => {
  const asked = url.searchParams.get('month') ?? ''
  const month = readReportMonth(asked, reader.timeZone, Date.now())
  if (!month.ok) throw redirect(`/reports/credit-hours?month=${encodeURIComponent(asked)}`)
  const rows = await creditHoursReport(reader, month.value)
  const { name } = month.value
  const download = { report: 'credit-hours', month: name, people: rows.length } as const
  await recordDownload(reader, download, Date.now())
  const fields = [
    m.reporting_department(),
    m.reporting_name(),
    m.reporting_staff_number(),
    m.reporting_modules(),
    m.reporting_hours(),
  ]
  const data = rows.map((row) => [
    row.department,
    row.name,
    row.staffNumber,
    row.modules.join(' / '),
    row.hours,
  ])
  // A cell that begins like a formula would run in a spreadsheet.
  const text = Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' })
  return new Response(`\uFEFF${text}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="credit-hours-${name}.csv"`,
    },
  })
})
