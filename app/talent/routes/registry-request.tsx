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
import { answerForSelf } from '#db/talent/contact-commands.server.ts'
import { listRequestsTo } from '#db/talent/contact-queries.server.ts'

// Taking a yes back has a page of its own, which asks once more.
const schema = z.object({ answer: z.enum(['accepted', 'declined']) })

export const meta: MetaFunction = () => [
  { title: `${m.talent_registry_requests()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('registry.decide', async ({ reader, params, url }) => {
  const requests = await listRequestsTo(reader.personId, Date.now())
  const request = requests.find(({ id }) => id === params.id)
  if (!request) throw notFound()
  const done = answerJustGiven('person', url.searchParams.get('done'), request.state)
  return { request, timeZone: reader.timeZone, done }
})

export const action = guardedAction('registry.decide', async ({ reader, params, form, key }) => {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return invalid({ form: m.talent_too_late() }, form)
  const { answer } = parsed.value
  const id = params.id ?? ''
  const given = await answerForSelf(reader.personId, id, answer, key)
  if (given.ok) throw redirect(withDone(`/registry/requests/${id}`, answer))
  if (given.error === 'not-found') throw notFound()
  return invalid({ form: m.talent_too_late() }, form)
})

const doneWords = {
  accepted: m.talent_request_done_accepted,
  declined: m.talent_request_done_declined,
  withdrawn: m.talent_request_done_withdrawn,
} satisfies Record<ConsentAnswer, () => string>

export default function RegistryRequest() {
  const { request, timeZone, done } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const unit = unitName(request.unit)
  const may = mayAnswer('person', request.state)
  return (
    <article className="measure">
      <p className="crumbs">
        <a href="/registry">{m.talent_registry_title()}</a>
      </p>
      <h1>{m.talent_request_title({ unit })}</h1>
      {done && !state && <Notice kind="done">{doneWords[done]()}</Notice>}
      {state && !may.includes('accepted') && (
        <Notice kind="warn">{m.talent_answered_already()}</Notice>
      )}
      <RequestFacts request={request} timeZone={timeZone} asked="person" />
      {may.includes('accepted') && (
        <Form state={state}>
          <p>{m.talent_request_accept_means({ unit })}</p>
          <p>{m.talent_request_decline_means()}</p>
          <div className="actions">
            <SubmitButton name="answer" value="accepted">
              {m.talent_request_accept()}
            </SubmitButton>
            <SubmitButton name="answer" value="declined" kind="plain">
              {m.talent_request_decline()}
            </SubmitButton>
          </div>
        </Form>
      )}
      {may.includes('withdrawn') && (
        <p>
          <a href={`/registry/requests/${request.id}/withdrawal`}>{m.talent_request_withdraw()}</a>
        </p>
      )}
    </article>
  )
}
