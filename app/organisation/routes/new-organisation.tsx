import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { readOrganisationForm, refuseFailure } from '#app/organisation/organisation-acts.server.ts'
import { NameFields, UnitFields } from '#app/organisation/ui/organisation-fields.tsx'
import { inLocale } from '#app/shared/domain/text.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { read } from '#db/client.server.ts'
import { addOrganisation } from '#db/organisation/organisation-commands.server.ts'
import { findOrganisation } from '#db/organisation/organisations.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.organisation_add_title({ parent: data?.parent ?? '' })} · ${m.shared_product()}` },
]

export const loader = guardedLoader('organisation.manage', async ({ reader, url }) => {
  const id = url.searchParams.get('parent') ?? ''
  const parent = await findOrganisation(read(), reader, 'organisation.manage', id)
  if (!parent || parent.retiredAt !== null) throw notFound()
  const { tier, regionCode, name } = parent
  return { parent: inLocale(name, currentLocale()), tier, regionCode }
})

export const action = guardedAction('organisation.manage', async ({ reader, url, form, key }) => {
  const id = url.searchParams.get('parent') ?? ''
  const parent = await findOrganisation(read(), reader, 'organisation.manage', id)
  if (!parent) throw notFound()
  const given = await readOrganisationForm(form, parent.kind === 'unit' ? without(parent) : parent)
  if (!given.ok) return given.error
  const done = await addOrganisation(reader, id, given.value, key)
  if (done.ok) throw redirect(withDone('/organisation', 'added'))
  if (done.error === 'not-found') throw notFound()
  return refuseFailure(done.error, form)
})

/** Below a unit both kinds can be added; below a department only departments. */
function without<P extends { kind: string }>({ kind: _, ...rest }: P): Omit<P, 'kind'> {
  return rest
}

export default function NewOrganisation() {
  const { parent, tier, regionCode } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <article className="narrow">
      <p className="crumbs">
        <a href="/organisation">{m.organisation_tree_title()}</a>
      </p>
      <h1>{m.organisation_add_title({ parent })}</h1>
      <Form state={state}>
        <NameFields />
        <Choices
          name="kind"
          type="radio"
          label={m.organisation_kind()}
          values={['department']}
          options={[
            {
              value: 'department',
              label: m.organisation_kind_department(),
              hint: m.organisation_kind_department_hint(),
            },
            {
              value: 'unit',
              label: m.organisation_kind_unit(),
              hint: m.organisation_kind_unit_hint(),
            },
          ]}
        />
        <p className="quiet">{m.organisation_unit_only()}</p>
        <UnitFields tier={tier} place={regionCode} places={state?.places ?? []} />
        <SubmitButton>{m.organisation_add()}</SubmitButton>
      </Form>
    </article>
  )
}
