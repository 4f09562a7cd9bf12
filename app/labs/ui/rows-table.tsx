import type { Cell, Table } from '#app/labs/domain/run.ts'
import { reachable } from '#app/shared/ui/wide.tsx'

function CellText({ value }: { value: Cell }) {
  if (value === null) return <span className="null">NULL</span>
  if (typeof value !== 'object') return String(value)
  return 'blob' in value ? `x'${value.blob.slice(0, 64)}'` : value.number
}

const isNumber = (value: Cell) =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && 'number' in value)

/** Rows and columns have no names of their own that could not come twice: their places name them. */
const placed = <T,>(list: T[]) => list.map((item, place) => ({ id: `n${place}`, item }))

/** Rows of a table or of a query, as they are; wide ones scroll by themselves. */
export function RowsTable({ table, label }: { table: Table; label: string }) {
  return (
    <section className="scroll" aria-label={label} {...reachable}>
      <table className="cells">
        <thead>
          <tr>
            {placed(table.columns).map(({ id, item }) => (
              <th key={id} scope="col">
                {item}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed(table.rows).map(({ id, item }) => (
            <tr key={id}>
              {placed(item).map(({ id, item }) => (
                <td key={id} className={isNumber(item) ? 'number' : undefined}>
                  <CellText value={item} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
