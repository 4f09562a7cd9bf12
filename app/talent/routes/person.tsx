import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton, TextField } from '#app/shared/ui/form.tsx'
import { searchAddress } from '#app/talent/domain/need.ts'
import { purposeLength, readPurpose } from '#app/talent/domain/purpose.ts'
import { isOwnLook } from '#app/talent/own-look.server.ts'
import { personPage } from '#app/talent/person-page.server.ts'
import { purposeError } from '#app/talent/purpose-words.server.ts'
import { AllEvidence } from '#app/talent/ui/evidence.tsx'
import { PersonFacts, personTitle } from '#app/talent/ui/person.tsx'
import { noWords } from '#app/talent/ui/words.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_person_evidence()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('talent.search', async ({ reader, params, url, request }) => {
  const purpose = isOwnLook(request) ? readPurpose(url.searchParams) : undefined
  return {
    ...(await personPage(reader, params.code ?? '', purpose)),
    search: url.searchParams.toString(),
    // The page without a purpose asks for one; what was sent and did not do is said beside it.
    wrong: url.searchParams.has('purpose') ? purposeError(url.searchParams) : undefined,
  }
})

export default function Person() {
  const page = useLoaderData<typeof loader>()
  if (page.purpose === undefined) return <PurposeFirst {...page} />
  const { code, person, skills, purpose, ask, no, timeZone, search } = page
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
        ) : no && ask === 'said-no' ? (
          <p>{noWords(no, timeZone)}</p>
        ) : (
          <p>
            {ask === 'own-unit' ? m.talent_person_own_unit() : m.talent_person_nothing_to_ask()}
          </p>
        )}
      </aside>
    </div>
  )
}

type PurposeFirstProps = { code: string; search: string; wrong: string | undefined }

/** Asks for the purpose; one that came with the address from elsewhere is there to be confirmed. */
function PurposeFirst({ code, search, wrong }: PurposeFirstProps) {
  const errors: Record<string, string> = wrong ? { purpose: wrong } : {}
  const query = new URLSearchParams(search)
  const purpose = query.get('purpose') ?? ''
  query.delete('purpose')
  // The same pair may stand twice.
  const kept = [...query].map(([name, value], nth) => ({ key: nth, name, value }))
  return (
    <article className="narrow">
      <h1>{m.talent_person_purpose_first()}</h1>
      <p>{m.talent_person_purpose_text()}</p>
      <Form method="get" action={`/talent/people/${code}`} state={{ errors, values: {} }}>
        {kept.map(({ key, ...pair }) => (
          <input key={key} type="hidden" {...pair} />
        ))}
        <TextField
          name="purpose"
          label={m.talent_search_purpose()}
          hint={m.talent_search_purpose_hint({ least: purposeLength.least })}
          value={purpose}
          maxLength={purposeLength.most}
        />
        <SubmitButton>{m.talent_person_open()}</SubmitButton>
      </Form>
    </article>
  )
}
