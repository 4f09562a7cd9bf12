import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { personActs } from '#app/organisation/person-acts.server.ts'
import { personPage } from '#app/organisation/person-page.server.ts'
import { PersonAccess } from '#app/organisation/ui/person-access.tsx'
import { PersonForm } from '#app/organisation/ui/person-form.tsx'
import { PersonRoles } from '#app/organisation/ui/person-roles.tsx'
import { PersonSummary } from '#app/organisation/ui/person-summary.tsx'
import { doneText } from '#app/shared/http/flash.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Notice } from '#app/shared/ui/notice.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.identity.name || m.shared_menu_staff()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('staff.list', async ({ reader, params, url }) => {
  const person = await personPage(reader, params.personId ?? '')
  if (!person) throw notFound()
  return {
    person,
    own: reader.organisationId,
    itself: person.personId === reader.personId,
    done: url.searchParams.get('done'),
  }
})

export const action = guardedAction('staff.manage', async ({ reader, params, form, key }) => {
  const act = personActs[String(form.get('intent'))]
  if (!act) throw notFound()
  const state = await act(reader, params.personId ?? '', form, key)
  return data({ intent: String(form.get('intent')), state: state.data }, state.init ?? {})
})

const doneWords: Record<string, () => string> = {
  saved: m.organisation_person_saved,
  granted: m.organisation_role_granted,
  revoked: m.organisation_role_revoked,
  left: m.organisation_person_left,
  returned: m.organisation_person_returned,
  'factor-removed': m.organisation_factor_removed,
}

export default function Person() {
  const { person, itself, done } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const words = doneText(doneWords, done)
  const { manage } = person
  const stateOf = (...intents: string[]) =>
    failed && intents.includes(failed.intent) ? failed.state : undefined
  return (
    <>
      <p className="crumbs">
        <a href="/staff">{m.shared_menu_staff()}</a>
      </p>
      <h1 lang="zh-CN">{person.identity.name || m.organisation_erased()}</h1>
      {words && !failed && <Notice kind="done">{words}</Notice>}
      {manage?.asked && <Notice kind="warn">{m.organisation_person_asked()}</Notice>}
      <div className="two">
        <div>
          {manage && person.state !== 'left' ? (
            <PersonForm
              person={person}
              departments={manage.departments}
              opens={manage.opens}
              state={stateOf('save')}
            />
          ) : (
            <PersonSummary person={person} />
          )}
        </div>
        <div>
          <PersonRoles
            held={person.held}
            grantable={manage && person.state !== 'left' ? manage : undefined}
            personId={person.personId}
            itself={itself}
            organisationId={person.organisationId}
            state={stateOf('grant')}
          />
          {person.attests && <Attested personId={person.personId} />}
          {manage && <PersonAccess person={person} manage={manage} itself={itself} />}
        </div>
      </div>
    </>
  )
}

/** The way to what the unit attests of this person, for who may. */
function Attested({ personId }: { personId: string }) {
  return (
    <section className="panel">
      <h2>{m.organisation_attestations()}</h2>
      <p>{m.organisation_attestations_text()}</p>
      <p>
        <a href={`/talent/attestations/${personId}`}>{m.organisation_attestations_open()}</a>
      </p>
    </section>
  )
}
