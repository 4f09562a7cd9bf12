import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { mayGrant } from '#app/organisation/domain/role-grants.ts'
import { PersonCrumbs } from '#app/organisation/ui/person-crumbs.tsx'
import { inLocale } from '#app/shared/domain/text.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { roleWords } from '#app/shared/ui/organisation-words.ts'
import { read } from '#db/client.server.ts'
import { type RevokeFailure, revokeRole } from '#db/organisation/role-commands.server.ts'
import { findStaffMember, listHeldRoles } from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

const errors = {
  'not-grantable': m.organisation_role_not_grantable,
  'last-administrator': m.organisation_last_administrator,
} satisfies Record<Exclude<RevokeFailure, 'not-found'>, () => string>

export const meta: MetaFunction = () => [
  { title: `${m.organisation_revoke_confirm()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('role.grant', async ({ reader, params }) => {
  const { personId = '', grantId } = params
  const person = await findStaffMember(read(), reader, 'role.grant', personId)
  const held = person && (await listHeldRoles([personId])).find(({ id }) => id === grantId)
  if (!held || !mayGrant(reader, held)) throw notFound()
  const who = (await identitiesOf([personId])).get(personId)
  return {
    ...{ personId, name: who?.name ?? '', role: held.role, itself: personId === reader.personId },
    organisation: inLocale(held.organisation, currentLocale()),
  }
})

export const action = guardedAction('role.grant', async ({ reader, params, form, key }) => {
  const { personId = '', grantId = '' } = params
  const done = await revokeRole(reader, personId, grantId, key)
  if (!done.ok && done.error !== 'not-found') return invalid({ form: errors[done.error]() }, form)
  if (!done.ok) throw notFound()
  // Who gave up their own last role of this kind may not see the person's page any more.
  throw redirect(personId === reader.personId ? '/' : withDone(`/staff/${personId}`, 'revoked'))
})

export default function Revocation() {
  const { personId, name, role, organisation, itself } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <PersonCrumbs personId={personId} name={name} />
      <h1>{m.organisation_revoke_title({ name, role: roleWords[role]() })}</h1>
      <p>{m.organisation_revoke_text({ organisation })}</p>
      {itself && <p>{m.organisation_revoke_own()}</p>}
      <Form state={useActionData<typeof action>()}>
        <div className="actions">
          <SubmitButton kind="danger">{m.organisation_revoke_confirm()}</SubmitButton>
          <a href={`/staff/${personId}`}>{m.shared_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
