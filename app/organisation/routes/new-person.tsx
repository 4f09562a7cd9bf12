import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader } from '#app/accounts/guard.server.ts'
import { addOnePerson } from '#app/organisation/add-person.server.ts'
import { organisationOptions } from '#app/organisation/organisation-options.server.ts'
import { PersonFields } from '#app/organisation/ui/person-form.tsx'
import { inLocale } from '#app/shared/domain/text.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Choices, Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { listRoleProfileNames } from '#db/organisation/role-profiles.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.organisation_add_person()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.manage', async ({ reader }) => {
  const locale = currentLocale()
  const profiles = await listRoleProfileNames()
  return {
    departments: await organisationOptions(reader, 'staff.manage'),
    profiles: profiles.map(({ code, name }) => ({ value: code, label: inLocale(name, locale) })),
    own: reader.organisationId,
  }
})

export const action = guardedAction('staff.manage', ({ reader, form, key }) =>
  addOnePerson(reader, form, key),
)

export default function NewPerson() {
  const { departments, profiles, own } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const nobody: Parameters<typeof PersonFields>[0]['person'] = {
    identity: { name: '', staffNumber: '', email: '', phone: '' },
    ...{ organisationId: own, staffKind: 'civil-servant', grade: '', roleProfile: '', profiles },
  }
  return (
    <article className="narrow">
      <p className="crumbs">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <h1>{m.organisation_add_person()}</h1>
      <p>{m.organisation_add_person_text()}</p>
      <Form state={state}>
        <PersonFields person={nobody} departments={departments} isOnRecord={false} opens />
        {(state?.errors.another || state?.values.another) && (
          <Choices
            name="another"
            type="checkbox"
            label={m.organisation_resembling_one()}
            options={[{ value: 'yes', label: m.organisation_resembling_yes() }]}
          />
        )}
        <SubmitButton>{m.organisation_add_person()}</SubmitButton>
      </Form>
    </article>
  )
}
