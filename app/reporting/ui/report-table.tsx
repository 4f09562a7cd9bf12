import { formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Wide } from '#app/shared/ui/wide.tsx'

type Row = {
  personId: string
  department: string
  name: string
  staffNumber: string
  modules: string[]
  hours: number
}

/** What each of the staff completed, and their credit hours with the sum. */
export function ReportTable({ title, rows, hours }: { title: string; rows: Row[]; hours: number }) {
  return (
    <Wide>
      <table className="report">
        <caption className="visually-hidden">{title}</caption>
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
              <td lang="zh-CN">{row.name}</td>
              <td>{row.staffNumber}</td>
              <td className={row.modules.length === 0 ? 'none' : undefined}>
                {row.modules.length === 0 ? '—' : <ModuleList modules={row.modules} />}
              </td>
              <td className="number" data-label={m.reporting_hours()}>
                {formatNumber(row.hours, 1)}
              </td>
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
