import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { readOrganisationForm, refuseFailure } from '#app/organisation/organisation-acts.server.ts'
import { sayPlace } from '#app/organisation/place-words.server.ts'
import { NameFields, UnitFields } from '#app/organisation/ui/organisation-fields.tsx'
import { inLocale } from '#app/shared/domain/text.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { read } from '#db/client.server.ts'
import { editOrganisation } from '#db/organisation/organisation-commands.server.ts'
import { findOrganisation } from '#db/organisation/organisations.server.ts'
import { placesByCode } from '#db/organisation/regions.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? m.organisation_tree_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('organisation.manage', async ({ reader, params }) => {
  const id = params.organisationId ?? ''
  const found = await findOrganisation(read(), reader, 'organisation.manage', id)
  if (!found) throw notFound()
  const { kind, name, tier, regionCode, retiredAt } = found
  const place = (await placesByCode([regionCode])).get(regionCode)
  return {
    ...{ id, kind, tier, regionCode },
    title: inLocale(name, currentLocale()),
    nameZh: name['zh-CN'],
    // Left for later, it follows the Chinese one when that is changed.
    nameEn: name.en === name['zh-CN'] ? '' : name.en,
    place: place && sayPlace(place),
    retired: retiredAt !== null,
  }
})

export const action = guardedAction(
  'organisation.manage',
  async ({ reader, params, form, key }) => {
    const id = params.organisationId ?? ''
    const found = await findOrganisation(read(), reader, 'organisation.manage', id)
    if (!found) throw notFound()
    const given = await readOrganisationForm(form, found)
    if (!given.ok) return given.error
    const done = await editOrganisation(reader, id, given.value, key)
    if (done.ok) throw redirect(withDone('/organisation', 'saved'))
    if (done.error === 'not-found') throw notFound()
    return refuseFailure(done.error, form)
  },
)

export default function EditOrganisation() {
  const found = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return (
    <article className="narrow">
      <p className="crumbs">
        <a href="/organisation">{m.organisation_tree_title()}</a>
      </p>
      <h1>{found.title}</h1>
      {found.retired && <Notice>{m.organisation_retired_text()}</Notice>}
      <Form state={state}>
        <input type="hidden" name="kind" value={found.kind} />
        <NameFields nameZh={found.nameZh} nameEn={found.nameEn} />
        {found.kind === 'unit' && (
          <>
            {found.place && (
              <p className="quiet" lang={found.place.lang}>
                {found.place.text}
              </p>
            )}
            <UnitFields tier={found.tier} place={found.regionCode} places={state?.places ?? []} />
          </>
        )}
        <SubmitButton>{m.shared_save()}</SubmitButton>
      </Form>
      {!found.retired && (
        <p>
          <a href={`/organisation/${found.id}/retirement`}>{m.organisation_retire_open()}</a>
        </p>
      )}
    </article>
  )
}
