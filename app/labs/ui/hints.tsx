import { m } from '#app/shared/i18n/messages.ts'

/** The form that every workspace has: buttons outside of it name it. */
export const workspaceForm = 'lab-form'

/**
 * Hints asked for so far, and a button for the next. It belongs to the workspace's form, so that
 * what was typed is saved when the page comes back.
 */
export function Hints({ shown, total }: { shown: string[]; total: number }) {
  if (total === 0) return null
  const left = total - shown.length
  return (
    <section id="hints" data-fresh="">
      <h2>{m.labs_hints()}</h2>
      {shown.length > 0 && (
        <ol className="hints">
          {shown.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      )}
      {left > 0 && (
        <p>
          <button type="submit" form={workspaceForm} name="intent" value="hint" className="as-link">
            {shown.length === 0 ? m.labs_hint_first({ left }) : m.labs_hint_next({ left })}
          </button>{' '}
          <span className="quiet">{m.labs_hint_note()}</span>
        </p>
      )}
    </section>
  )
}
