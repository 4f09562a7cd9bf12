import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { env } from '#app/env.server.ts'
import { PersonCrumbs } from '#app/organisation/ui/person-crumbs.tsx'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { formatPeriod } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { read } from '#db/client.server.ts'
import { markLeft } from '#db/organisation/leaving.server.ts'
import { findStaffMember } from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.organisation_leaving()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.manage', async ({ reader, params }) => {
  const { personId = '' } = params
  const person = await findStaffMember(read(), reader, 'staff.manage', personId)
  if (!person || person.state === 'left') throw notFound()
  const who = (await identitiesOf([personId])).get(personId)
  const { CIVIC_IDENTITY_MONTHS: months } = env()
  return {
    ...{ personId, name: who?.name ?? '', staffNumber: who?.staffNumber ?? '' },
    kept: months === 0 ? '' : formatPeriod(months),
  }
})

export const action = guardedAction('staff.manage', async ({ reader, params, form, key }) => {
  const { personId = '' } = params
  const done = await markLeft(reader, personId, key)
  if (done.ok) throw redirect(withDone(`/staff/${personId}`, 'left'))
  if (done.error === 'not-found') throw notFound()
  return invalid({ form: m.organisation_last_administrator() }, form)
})

export default function Leaving() {
  const { personId, name, staffNumber, kept } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <PersonCrumbs personId={personId} name={name} />
      <h1>{m.organisation_leaving_title({ name, staffNumber })}</h1>
      <ul>
        <li>{m.organisation_leaving_sessions()}</li>
        <li>{m.organisation_leaving_roles()}</li>
        <li>{m.organisation_leaving_stays()}</li>
        <li>{m.organisation_leaving_back()}</li>
        {kept && <li>{m.organisation_leaving_erased({ kept })}</li>}
      </ul>
      <Form state={useActionData<typeof action>()}>
        <div className="actions">
          <SubmitButton kind="danger">{m.organisation_leaving_confirm()}</SubmitButton>
          <a href={`/staff/${personId}`}>{m.shared_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
