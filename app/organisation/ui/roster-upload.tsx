import { rosterColumns, rosterHeadings } from '#app/organisation/domain/roster-columns.ts'
import type { FormState } from '#app/shared/http/form-state.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, Select, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { Wide } from '#app/shared/ui/wide.tsx'
import { columnNote } from './column-notes.ts'

type Props = {
  units: { value: string; label: string }[]
  own: string
  state?: FormState | undefined
  /** Whether a file was checked on this page already. */
  again: boolean
}

function Columns() {
  const locale = currentLocale()
  return (
    <Wide>
      <table className="keys">
        <caption>{m.organisation_columns()}</caption>
        <tbody>
          {rosterColumns.map((column) => (
            <tr key={column}>
              <th scope="row">{rosterHeadings[column][locale]}</th>
              <td>{columnNote(column)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** The file to import, where to, and what it must look like. */
export function RosterUpload({ units, own, state, again }: Props) {
  return (
    <div className="two">
      <section>
        <h2>{again ? m.organisation_another_file() : m.organisation_choose_file()}</h2>
        <p>{m.organisation_import_text()}</p>
        <Form upload action="/staff/import" state={state}>
          {units.length > 1 ? (
            <Select name="unit" label={m.organisation_unit()} options={units} value={own} />
          ) : (
            <input type="hidden" name="unit" value={own} />
          )}
          <TextField
            name="file"
            type="file"
            label={m.organisation_file()}
            hint={m.organisation_file_hint()}
            accept=".xlsx,.csv"
          />
          <SubmitButton name="intent" value="check" kind={again ? 'plain' : undefined}>
            {m.organisation_check()}
          </SubmitButton>
        </Form>
      </section>
      <aside className="panel">
        <h2>{m.organisation_template()}</h2>
        <p className="actions">
          <a href="/staff/import/template.xlsx" download>
            {m.organisation_template_xlsx()}
          </a>
          <a href="/staff/import/template.csv" download>
            {m.organisation_template_csv()}
          </a>
        </p>
        <Columns />
      </aside>
    </div>
  )
}
