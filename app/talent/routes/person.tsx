import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { searchAddress } from '#app/talent/domain/need.ts'
import { purposeLength, readPurpose } from '#app/talent/domain/purpose.ts'
import { isOwnLook } from '#app/talent/own-look.server.ts'
import { personPage } from '#app/talent/person-page.server.ts'
import { AllEvidence } from '#app/talent/ui/evidence.tsx'
import { PersonFacts, personTitle } from '#app/talent/ui/person.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.talent_person_evidence()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('talent.search', async ({ reader, params, url, request }) => {
  const purpose = isOwnLook(request) ? readPurpose(url.searchParams) : undefined
  return {
    ...(await personPage(reader, params.code ?? '', purpose)),
    search: url.searchParams.toString(),
  }
})

export default function Person() {
  const page = useLoaderData<typeof loader>()
  if (page.purpose === undefined) return <PurposeFirst code={page.code} search={page.search} />
  const { code, person, skills, purpose, ask, search } = page
  return (
    <div className="two">
      <article>
        <p className="crumbs">
          <a href={searchAddress(search)}>{m.talent_person_back()}</a>
        </p>
        <h1>{personTitle(person)}</h1>
        <PersonFacts person={person} />
        <p className="quiet">{m.talent_person_logged({ purpose })}</p>
        <h2>{m.talent_person_evidence()}</h2>
        <AllEvidence skills={skills} />
      </article>
      <aside className="panel">
        {ask === 'may-ask' ? (
          <>
            <h2>{m.talent_person_ask()}</h2>
            <p>{m.talent_person_ask_text()}</p>
            <p>
              <a className="button" href={`/talent/people/${code}/contact?${search}`}>
                {m.talent_person_ask()}
              </a>
            </p>
          </>
        ) : (
          <p>
            {ask === 'own-unit' ? m.talent_person_own_unit() : m.talent_person_nothing_to_ask()}
          </p>
        )}
      </aside>
    </div>
  )
}

/** Asks for the purpose; one that came with the address from elsewhere is there to be confirmed. */
function PurposeFirst({ code, search }: { code: string; search: string }) {
  const query = new URLSearchParams(search)
  const purpose = query.get('purpose')?.slice(0, purposeLength.most) ?? ''
  query.delete('purpose')
  return (
    <article className="narrow">
      <h1>{m.talent_person_purpose_first()}</h1>
      <p>{m.talent_person_purpose_text()}</p>
      <Form method="get" action={`/talent/people/${code}`}>
        {[...query].map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same pair may stand twice
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="purpose"
          label={m.talent_search_purpose()}
          hint={m.talent_search_purpose_hint({ least: purposeLength.least })}
          value={purpose}
        />
        <SubmitButton>{m.talent_person_open()}</SubmitButton>
      </Form>
    </article>
  )
}
