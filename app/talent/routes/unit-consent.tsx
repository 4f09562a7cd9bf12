import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid, parseForm } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form, SubmitButton } from '#app/shared/ui/form.tsx'
import { Notice } from '#app/shared/ui/notice.tsx'
import { answerJustGiven, mayAnswer } from '#app/talent/domain/contact.ts'
import type { ConsentAnswer } from '#app/talent/domain/kinds.ts'
import { RequestFacts } from '#app/talent/ui/request.tsx'
import { unitName } from '#app/talent/ui/words.ts'
import { answerForUnit, recordUnitLooks } from '#db/talent/contact-commands.server.ts'
import { listForUnit } from '#db/talent/contact-queries.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

// Taking a yes back has a page of its own, which asks once more.
const schema = z.object({ answer: z.enum(['accepted', 'declined']) })

export const meta: MetaFunction = () => [
  { title: `${m.talent_consents_title()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('contact.decide-for-unit', async (args) => {
  const { reader, params, url } = args
  const request = (await listForUnit(reader, Date.now())).find(({ id }) => id === params.id)
  if (!request) throw notFound()
  if (args.request.method !== 'HEAD') await recordUnitLooks(reader, [request])
  const { personId, ...shown } = request
  const name = (await identitiesOf([personId])).get(personId)?.name ?? ''
  const done = answerJustGiven('unit', url.searchParams.get('done'), request.state)
  return { request: shown, name, timeZone: reader.timeZone, done }
})

export const action = guardedAction(
  'contact.decide-for-unit',
  async ({ reader, params, form, key }) => {
    const parsed = parseForm(schema, form)
    if (!parsed.ok) return invalid({ form: m.talent_too_late() }, form)
    const id = params.id ?? ''
    const given = await answerForUnit(reader, id, parsed.value.answer, key)
    if (given.ok) throw redirect(withDone(`/talent/unit-consents/${id}`, parsed.value.answer))
    if (given.error === 'not-found') throw notFound()
    return invalid({ form: m.talent_too_late() }, form)
  },
)

const doneWords = {
  accepted: m.talent_consent_done_accepted,
  declined: m.talent_consent_done_declined,
  withdrawn: m.talent_consent_done_withdrawn,
} satisfies Record<ConsentAnswer, () => string>

export default function UnitConsent() {
  const page = useLoaderData<typeof loader>()
  const { request, timeZone, done } = page
  const state = useActionData<typeof action>()
  const unit = unitName(request.unit)
  const name = page.name || m.talent_erased()
  const may = mayAnswer('unit', request.state)
  return (
    <article className="measure">
      <p className="crumbs">
        <a href="/talent/unit-consents">{m.talent_consents_title()}</a>
      </p>
      <h1>{m.talent_consent_title({ unit, name })}</h1>
      {done && <Notice kind="done">{doneWords[done]()}</Notice>}
      <RequestFacts request={request} timeZone={timeZone} asked="unit" />
      {may.includes('accepted') && (
        <Form state={state}>
          <p>{m.talent_consent_accept_means({ unit, name })}</p>
          <div className="actions">
            <SubmitButton name="answer" value="accepted">
              {m.talent_consent_accept()}
            </SubmitButton>
            <SubmitButton name="answer" value="declined" kind="plain">
              {m.talent_consent_decline()}
            </SubmitButton>
          </div>
        </Form>
      )}
      {may.includes('withdrawn') && (
        <p>
          <a href={`/talent/unit-consents/${request.id}/withdrawal`}>
            {m.talent_consent_withdraw()}
          </a>
        </p>
      )}
    </article>
  )
}
