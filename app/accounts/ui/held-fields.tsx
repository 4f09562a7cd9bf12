import { m } from '#app/shared/i18n/messages.ts'

type Field = [name: string, value: string]

/** What a choice, a number or a mark of the form's own looks like: anything else was written by hand. */
const isChoice = /^[\w.:/+=-]{0,59}$/

/** The fields of a form that is to be sent again: what was written to be read, the rest unseen. */
export function HeldFields({ fields }: { fields: Field[] }) {
  let count = 0
  return fields.map(([name, value]) => {
    const id = `held-${++count}`
    if (isChoice.test(value)) {
      return <input key={id} type="hidden" name={name} value={value} />
    }
    return (
      <div key={id} className="field source">
        <label htmlFor={id}>{m.accounts_held_written()}</label>
        <textarea
          id={id}
          name={name}
          rows={value.length < 400 ? 3 : 18}
          className="code"
          defaultValue={value}
        />
      </div>
    )
  })
}
