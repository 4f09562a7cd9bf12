import { m } from '#app/shared/i18n/messages.ts'
import { TextField } from '#app/shared/ui/form.tsx'

/** The two fields for a new password, with the rules said before anyone breaks them. */
export function NewPasswordFields() {
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={m.accounts_new_password()}
        hint={m.accounts_new_password_hint()}
        autoComplete="new-password"
      />
      <TextField
        name="repeat"
        type="password"
        label={m.accounts_repeat()}
        autoComplete="new-password"
      />
    </>
  )
}
