import { m } from '#app/shared/i18n/messages.ts'

/** Opens the browser's printing. Without scripts there is no button, and the browser's own menu does it. */
export function PrintButton() {
  return (
    <button type="button" className="button plain no-print" data-print="" hidden>
      {m.shared_print()}
    </button>
  )
}

/** On paper: who is responsible, the date, and room for the seal, each with a line to write on. */
export function SignLine() {
  return (
    <p className="sign print-only">
      <span>{m.shared_sign_officer()}</span>
      <span>{m.shared_sign_date()}</span>
      <span>{m.shared_sign_seal()}</span>
    </p>
  )
}
