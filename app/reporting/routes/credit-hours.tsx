import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { creditHoursReport } from '#app/reporting/credit-hours.server.ts'
import { monthOf, readReportMonth } from '#app/reporting/domain/month.ts'
import { ReportTable } from '#app/reporting/ui/report-table.tsx'
import { formatDateTime, formatMonth, formatNumber, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Empty } from '#app/shared/ui/notice.tsx'
import { PrintButton, SignLine } from '#app/shared/ui/print.tsx'
import { findOrganisationName } from '#db/organisation/names.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? m.reporting_any_month()} · ${m.shared_product()}` },
]

const monthErrors = { 'not-a-month': m.reporting_month_wrong, future: m.reporting_month_future }

export const loader = guardedLoader('credit-hours.report', async ({ reader, url, context }) => {
  const { timeZone, unitId } = reader
  const at = Date.now()
  const asked = url.searchParams.get('month') ?? monthOf(at, timeZone)
  const month = readReportMonth(asked, timeZone, at)
  const unit = await findOrganisationName(unitId, context.locale)
  const base = { asked, unit, timeZone, at }
  if (!month.ok) {
    const error = monthErrors[month.error]()
    return { ...base, title: m.reporting_any_month(), error, report: undefined }
  }
  const { over } = month.value
  const title = m.reporting_credit_hours({ month: formatMonth(asked) })
  const rows = await creditHoursReport(reader, month.value)
  return { ...base, title, error: undefined, report: { rows, over } }
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function CreditHours() {
  const shown = useLoaderData<typeof loader>()
  const { asked, title, unit, error, report } = shown
  const state = error ? { errors: { month: error }, values: { month: [asked] } } : undefined
  return (
    <article className="report-page">
      <h1>{title}</h1>
      <p className="quiet">{unit}</p>
      <Form method="get" state={state} className="actions no-print">
        <TextField name="month" type="month" label={m.reporting_month()} value={asked} short />
        <SubmitButton kind="plain">{m.reporting_show()}</SubmitButton>
        {report && report.rows.length > 0 && (
          <>
            <a href={`/reports/credit-hours.csv?month=${encodeURIComponent(asked)}`}>
              {m.reporting_csv()}
            </a>
            <PrintButton />
          </>
        )}
      </Form>
      {report && <Report {...report} {...{ title, at: shown.at, timeZone: shown.timeZone }} />}
    </article>
  )
}

type ReportProps = NonNullable<Shown['report']> & Pick<Shown, 'title' | 'at' | 'timeZone'>

function Report({ rows, over, title, at, timeZone }: ReportProps) {
  if (rows.length === 0) {
    return (
      <Empty title={m.reporting_nobody()}>
        <p>{over ? m.reporting_nobody_then() : m.reporting_nobody_hint()}</p>
      </Empty>
    )
  }
  const hours = rows.reduce((sum, row) => sum + row.hours, 0)
  const learning = rows.filter((row) => row.hours > 0).length
  return (
    <>
      <p>{m.reporting_sum({ people: rows.length, learning, hours: formatNumber(hours, 1) })}</p>
      {over && <p>{m.reporting_staff_then()}</p>}
      <ReportTable title={title} rows={rows} hours={hours} />
      <p className="quiet">
        {m.reporting_made({ time: formatDateTime(at, timeZone), zone: zoneName(timeZone) })}
      </p>
      <SignLine />
    </>
  )
}
