import { m } from '#app/shared/i18n/messages.ts'

/** Prints the page: shown by our script, and without it one prints from the browser's menu. */
export function PrintButton() {
  return (
    <p className="actions no-print">
      <button type="button" className="button" data-print="" hidden>
        {m.shared_print()}
      </button>
    </p>
  )
}
