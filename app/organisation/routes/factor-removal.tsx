import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { PersonCrumbs } from '#app/organisation/ui/person-crumbs.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { findCredential, removeTotpOf } from '#db/accounts/credentials.server.ts'
import { read } from '#db/client.server.ts'
import { findStaffMember } from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.organisation_factor_remove()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.manage', async ({ reader, params }) => {
  const { personId = '' } = params
  const person = await findStaffMember(read(), reader, 'staff.manage', personId)
  const credential = person && (await findCredential(personId))
  if (!credential?.totpConfirmedAt || personId === reader.personId) throw notFound()
  const who = (await identitiesOf([personId])).get(personId)
  return { personId, name: who?.name ?? '', staffNumber: who?.staffNumber ?? '' }
})

export const action = guardedAction('staff.manage', async ({ reader, params, form, key }) => {
  const { personId = '' } = params
  const done = await removeTotpOf(reader, personId, key)
  if (done.ok) throw redirect(withDone(`/staff/${personId}`, 'factor-removed'))
  if (done.error === 'not-found') throw notFound()
  return invalid({ form: m.organisation_beyond_you() }, form)
})

export default function FactorRemoval() {
  const { personId, name, staffNumber } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <PersonCrumbs personId={personId} name={name} />
      <h1>{m.organisation_factor_title({ name, staffNumber })}</h1>
      <p>{m.organisation_factor_text()}</p>
      <Form state={useActionData<typeof action>()}>
        <div className="actions">
          <SubmitButton kind="danger">{m.organisation_factor_remove()}</SubmitButton>
          <a href={`/staff/${personId}`}>{m.shared_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
