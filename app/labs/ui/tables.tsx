import type { RunProblem } from '#app/labs/domain/problem.ts'
import type { ShownTable } from '#app/labs/present-workspace.server.ts'
import { formatNumber } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { reachable } from '#app/shared/ui/wide.tsx'
import { RowsTable } from './rows-table.tsx'

function TableDetails({ table }: { table: ShownTable }) {
  const { name, note, schema, total, rows } = table
  const all = formatNumber(total)
  const counted =
    rows.length < total
      ? m.labs_table_first({ shown: rows.length, total: all })
      : m.labs_table_all({ total: all })
  return (
    <details className="table">
      <summary>
        <code>{name}</code> {note}
      </summary>
      <pre {...reachable}>
        <code>{schema}</code>
      </pre>
      <p className="quiet">{counted}</p>
      <RowsTable table={table} label={m.labs_table_summary({ name, rows: all })} />
    </details>
  )
}

/** The public tables that a query may read: what each is, how it was made, its first rows. */
export function Tables({
  tables,
  problem,
}: {
  tables: ShownTable[]
  /** Why there are none to show just now. */
  problem: RunProblem | undefined
}) {
  return (
    <section>
      <h2>{m.labs_tables()}</h2>
      {problem && (
        <div className="notice warn">
          {problem === 'off' ? m.labs_tables_no_server() : m.labs_tables_off()}
        </div>
      )}
      {tables.map((table) => (
        <TableDetails key={table.name} table={table} />
      ))}
      {tables.length > 0 && <p className="quiet">{m.labs_tables_note()}</p>}
    </section>
  )
}
