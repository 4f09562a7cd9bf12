import { m } from '#app/shared/i18n/messages.ts'

type Field = [name: string, value: string]

/** Longer than this, a field is something that was written, and is shown. */
const shownFrom = 60

/** The fields of a form that is to be sent again: what was written to be read, the rest unseen. */
export function HeldFields({ fields }: { fields: Field[] }) {
  let count = 0
  return fields.map(([name, value]) => {
    const id = `held-${++count}`
    if (value.length < shownFrom && !value.includes('\n')) {
      return <input key={id} type="hidden" name={name} value={value} />
    }
    return (
      <div key={id} className="field source">
        <label htmlFor={id}>{m.accounts_held_written()}</label>
        <textarea id={id} name={name} rows={18} className="code" defaultValue={value} />
      </div>
    )
  })
}
