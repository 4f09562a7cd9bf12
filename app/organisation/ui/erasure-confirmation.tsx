import type { FormState } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { ErasureScope } from './erasure-scope.tsx'
import { PersonCrumbs } from './person-crumbs.tsx'

type Props = {
  personId: string
  name: string
  staffNumber: string
  state: FormState | undefined
}

/** What goes, what stays, and the staff number to type before anything happens. */
export function ErasureConfirmation({ personId, name, staffNumber, state }: Props) {
  return (
    <article className="narrow">
      <PersonCrumbs personId={personId} name={name} />
      <h1>{m.organisation_erasure_title({ name, staffNumber })}</h1>
      <p>
        <strong>{m.organisation_erasure_final()}</strong>
      </p>
      <ErasureScope goes={m.organisation_erasure_goes()} />
      <Form state={state} autoComplete="off">
        <TextField
          name="staffNumber"
          label={m.organisation_erasure_type()}
          hint={m.organisation_erasure_type_hint({ staffNumber })}
          short
        />
        <div className="actions">
          <SubmitButton kind="danger">{m.organisation_erasure_confirm()}</SubmitButton>
          <a href={`/staff/${personId}`}>{m.shared_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
