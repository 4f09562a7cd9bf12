import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { QrCode } from '#app/shared/ui/qr-code.tsx'

type State = { state?: FormState | undefined }

/** Nothing is set up: what it is for, and a button to begin. */
export function NotSet() {
  return (
    <>
      <p>{m.accounts_second_factor_text()}</p>
      <p>{m.accounts_second_factor_apps()}</p>
      <Form>
        <SubmitButton name="intent" value="begin">
          {m.accounts_second_factor_begin()}
        </SubmitButton>
      </Form>
    </>
  )
}

/** A secret to scan or type, and a field for the first code. */
export function Proposed({
  text,
  address,
  qr,
  state,
}: State & { text: string; address: string; qr: { size: number; path: string } }) {
  return (
    <>
      <h2>{m.accounts_scan_title()}</h2>
      <p>{m.accounts_scan_text()}</p>
      <QrCode {...qr} label={m.accounts_scan_label()} />
      <p>
        {m.accounts_scan_same_phone()} <a href={address}>{m.accounts_scan_open()}</a>
      </p>
      <p>
        {m.accounts_scan_by_hand()} <code className="secret">{text}</code>
      </p>
      <h2>{m.accounts_enrol_code_title()}</h2>
      <Form state={state}>
        <TextField
          name="code"
          label={m.accounts_enrol_code()}
          autoComplete="one-time-code"
          inputMode="numeric"
          short
        />
        <TextField
          name="current"
          type="password"
          label={m.accounts_current_password()}
          hint={m.accounts_enrol_password_hint()}
          autoComplete="current-password"
        />
        <SubmitButton name="intent" value="confirm">
          {m.accounts_second_factor_confirm()}
        </SubmitButton>
      </Form>
      <Form>
        <button type="submit" className="as-link" name="intent" value="begin">
          {m.accounts_second_factor_again()}
        </button>
      </Form>
    </>
  )
}

/** It is in force: since when, how many recovery codes are left, how to take it off. */
export function Confirmed({
  since,
  codesLeft,
  short,
  state,
}: State & { since: string; codesLeft: number; short: boolean }) {
  return (
    <>
      <p className="saved">{m.accounts_second_factor_since({ since })}</p>
      <p>{m.accounts_recovery_left({ left: codesLeft })}</p>
      <h2>{m.accounts_second_factor_remove()}</h2>
      <p>
        {short ? m.accounts_second_factor_remove_short() : m.accounts_second_factor_remove_text()}
      </p>
      <Form state={state}>
        <TextField
          name="current"
          type="password"
          label={m.accounts_current_password()}
          autoComplete="current-password"
        />
        <SubmitButton kind="danger" name="intent" value="remove">
          {m.accounts_second_factor_remove()}
        </SubmitButton>
      </Form>
    </>
  )
}
