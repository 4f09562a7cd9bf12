import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { refuseFailure } from '#app/organisation/organisation-acts.server.ts'
import { inLocale } from '#app/shared/domain/text.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { read } from '#db/client.server.ts'
import { retireOrganisation } from '#db/organisation/organisation-commands.server.ts'
import { findOrganisation } from '#db/organisation/organisations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.organisation_retire_title({ name: data?.name ?? '' })} · ${m.shared_product()}` },
]

export const loader = guardedLoader('organisation.manage', async ({ reader, params }) => {
  const id = params.organisationId ?? ''
  const found = await findOrganisation(read(), reader, 'organisation.manage', id)
  if (!found || found.retiredAt !== null) throw notFound()
  return { id, name: inLocale(found.name, currentLocale()) }
})

export const action = guardedAction(
  'organisation.manage',
  async ({ reader, params, form, key }) => {
    const done = await retireOrganisation(reader, params.organisationId ?? '', key)
    if (done.ok) throw redirect(withDone('/organisation', 'retired'))
    if (done.error === 'not-found') throw notFound()
    return refuseFailure(done.error, form)
  },
)

export default function Retirement() {
  const { id, name } = useLoaderData<typeof loader>()
  return (
    <article className="narrow">
      <p className="crumbs">
        <a href="/organisation">{m.organisation_tree_title()}</a> /{' '}
        <a href={`/organisation/${id}`}>{name}</a>
      </p>
      <h1>{m.organisation_retire_title({ name })}</h1>
      <p>{m.organisation_retire_text()}</p>
      <Form state={useActionData<typeof action>()}>
        <div className="actions">
          <SubmitButton kind="danger">{m.organisation_retire_confirm()}</SubmitButton>
          <a href={`/organisation/${id}`}>{m.shared_cancel()}</a>
        </div>
      </Form>
    </article>
  )
}
