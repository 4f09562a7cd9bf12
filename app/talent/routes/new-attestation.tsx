import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton, TextArea } from '#app/shared/ui/form.tsx'
import { levelNumbered } from '#app/shared/ui/level.ts'
import { Notice } from '#app/shared/ui/notice.tsx'
import { attestationForm, groundsLength } from '#app/talent/attestation.form.ts'
import { newAttestationPage } from '#app/talent/attestations-page.server.ts'
import { AttestationCrumbs } from '#app/talent/ui/attestation.tsx'
import { attestSkill } from '#db/talent/attestations.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_attestations()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('skill.attest', ({ reader, params, url }) =>
  newAttestationPage(reader, params.personId ?? '', url.searchParams.get('skill') ?? ''),
)

export const action = guardedAction('skill.attest', async ({ reader, params, form, key, url }) => {
  const { personId = '' } = params
  const skill = url.searchParams.get('skill') ?? ''
  // Before the fields: whoever may not is told nothing of them.
  await newAttestationPage(reader, personId, skill)
  const parsed = parseForm(attestationForm, form)
  if (!parsed.ok) return invalid(parsed.error, form)
  const done = await attestSkill(reader, { personId, skill, ...parsed.value }, key)
  if (!done.ok) throw notFound()
  throw redirect(withDone(`/talent/attestations/${personId}`, 'attested'))
})

export default function NewAttestation() {
  const { personId, name, skill, description, levels, current } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <AttestationCrumbs personId={personId} name={name} nested />
      <h1>{m.talent_attestation_title({ name, skill })}</h1>
      <p>{description}</p>
      {current && (
        <Notice>
          {m.talent_attestation_replaces({ level: levelNumbered(current.level), on: current.on })}
        </Notice>
      )}
      <Form state={useActionData<typeof action>()}>
        <Choices
          name="level"
          type="radio"
          label={m.talent_attestation_level()}
          options={levels.map((text, index) => ({
            value: String(index + 1),
            label: levelNumbered(index + 1),
            hint: text,
          }))}
        />
        <TextArea
          name="grounds"
          label={m.talent_attestation_grounds()}
          hint={m.talent_attestation_grounds_hint({ least: groundsLength.least })}
        />
        <div className="actions">
          <SubmitButton>{m.talent_attestation_save()}</SubmitButton>
          <a href={`/talent/attestations/${personId}`}>{m.shared_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
