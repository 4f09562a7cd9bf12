import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { creditHoursReport } from '#app/reporting/credit-hours.server.ts'
import { monthOf, readMonth } from '#app/reporting/domain/month.ts'
import { formatDateTime, formatNumber, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { Wide } from '#app/shared/ui/wide.tsx'
import { findOrganisationName } from '#db/organisation/names.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.reporting_credit_hours()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('credit-hours.report', async ({ reader, url, context }) => {
  const { timeZone, unitId } = reader
  const asked = url.searchParams.get('month') ?? monthOf(Date.now(), timeZone)
  const month = readMonth(asked, timeZone)
  const unit = await findOrganisationName(unitId, context.locale)
  const base = { asked, unit, timeZone, at: Date.now() }
  if (!month.ok) return { ...base, rows: [], error: m.reporting_month_wrong() }
  return { ...base, rows: await creditHoursReport(reader, month.value), error: undefined }
})

export default function CreditHours() {
  const { asked, unit, rows, error, timeZone, at } = useLoaderData<typeof loader>()
  const state = error ? { errors: { month: error }, values: { month: [asked] } } : undefined
  const hours = rows.reduce((sum, row) => sum + row.hours, 0)
  const learning = rows.filter((row) => row.hours > 0).length
  return (
    <article>
      <h1>{m.reporting_credit_hours()}</h1>
      <p className="quiet">{m.reporting_about({ unit, month: asked })}</p>
      <Form method="get" state={state} className="actions no-print">
        <TextField name="month" type="month" label={m.reporting_month()} value={asked} short />
        <SubmitButton kind="plain">{m.reporting_show()}</SubmitButton>
        <a href={`/reports/credit-hours.csv?month=${encodeURIComponent(asked)}`}>
          {m.reporting_csv()}
        </a>
      </Form>
      {rows.length === 0 ? (
        <Empty title={m.reporting_nobody()}>
          <p>{m.reporting_nobody_hint()}</p>
        </Empty>
      ) : (
        <>
          <p>{m.reporting_sum({ people: rows.length, learning, hours: formatNumber(hours, 1) })}</p>
          <ReportTable rows={rows} hours={hours} />
          <p className="quiet">
            {m.reporting_made({ time: formatDateTime(at, timeZone), zone: zoneName(timeZone) })}
          </p>
          <p className="sign print-only">{m.reporting_sign()}</p>
        </>
      )}
    </article>
  )
}

type Row = {
  personId: string
  department: string
  name: string
  staffNumber: string
  modules: string[]
  hours: number
}

function ReportTable({ rows, hours }: { rows: Row[]; hours: number }) {
  return (
    <Wide>
      <table>
        <caption className="visually-hidden">{m.reporting_credit_hours()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.reporting_department()}</th>
            <th scope="col">{m.reporting_name()}</th>
            <th scope="col">{m.reporting_staff_number()}</th>
            <th scope="col">{m.reporting_modules()}</th>
            <th scope="col" className="number">
              {m.reporting_hours()}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.personId}>
              <td>{row.department}</td>
              <td>{row.name}</td>
              <td>{row.staffNumber}</td>
              <td>{row.modules.length === 0 ? '—' : <ModuleList modules={row.modules} />}</td>
              <td className="number">{formatNumber(row.hours, 1)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {m.reporting_total()}
            </th>
            <td className="number">{formatNumber(hours, 1)}</td>
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}

function ModuleList({ modules }: { modules: string[] }) {
  return (
    <ul>
      {modules.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  )
}
