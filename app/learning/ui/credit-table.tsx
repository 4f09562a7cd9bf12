import { formatDate, formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Wide } from '#app/shared/ui/wide.tsx'

type Credit = { moduleId: string; course: string; module: string; hours: number; at: number }
type Props = { credits: Credit[]; hours: number; timeZone: string }

/** Credit hours earned, one row a module, with their sum. */
export function CreditTable({ credits, hours, timeZone }: Props) {
  return (
    <Wide>
      <table className="own">
        <thead>
          <tr>
            <th scope="col">{m.learning_date()}</th>
            <th scope="col">{m.learning_course()}</th>
            <th scope="col">{m.learning_module()}</th>
            <th scope="col" className="number">
              {m.learning_hours()}
            </th>
          </tr>
        </thead>
        <tbody>
          {credits.map((credit) => (
            <tr key={credit.moduleId}>
              <td className="date">{formatDate(credit.at, timeZone)}</td>
              <td className="whole">{credit.course}</td>
              <td>{credit.module}</td>
              <td className="number" data-label={m.learning_hours()}>
                {formatNumber(credit.hours, 1)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {m.learning_sum()}
            </th>
            <td className="number">{formatNumber(hours, 1)}</td>
          </tr>
        </tfoot>
      </table>
    </Wide>
  )
}
