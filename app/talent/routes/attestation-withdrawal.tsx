import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextArea } from '#app/shared/ui/form.tsx'
import { groundsLength, withdrawalForm } from '#app/talent/attestation.form.ts'
import { attestationToWithdraw } from '#app/talent/attestations-page.server.ts'
import { AttestationCrumbs, AttestedSkill } from '#app/talent/ui/attestation.tsx'
import { withdrawAttestation } from '#db/talent/attestations.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_attestation_withdraw()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('skill.attest', ({ reader, params }) =>
  attestationToWithdraw(reader, params.personId ?? '', params.id ?? ''),
)

export const action = guardedAction('skill.attest', async ({ reader, params, form, key }) => {
  const { personId = '', id = '' } = params
  const parsed = parseForm(withdrawalForm, form)
  if (!parsed.ok) {
    await attestationToWithdraw(reader, personId, id)
    return invalid(parsed.error, form)
  }
  const done = await withdrawAttestation(reader, { personId, id, ...parsed.value }, key)
  if (!done.ok) throw notFound()
  throw redirect(withDone(`/talent/attestations/${personId}`, 'withdrawn'))
})

export default function AttestationWithdrawal() {
  const { personId, name, attestation } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <AttestationCrumbs personId={personId} name={name} nested />
      <h1>{m.talent_attestation_withdraw_title({ name: name || m.talent_erased() })}</h1>
      <p>{m.talent_attestation_withdraw_text()}</p>
      <div className="stack">
        <div className="panel">
          <AttestedSkill attestation={attestation} />
        </div>
      </div>
      <Form state={useActionData<typeof action>()}>
        <TextArea
          name="reason"
          label={m.talent_attestation_reason()}
          hint={m.talent_attestation_reason_hint({ least: groundsLength.least })}
        />
        <div className="actions">
          <SubmitButton kind="danger">{m.talent_attestation_withdraw()}</SubmitButton>
          <a href={`/talent/attestations/${personId}`}>{m.shared_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
