import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { mayAnswer } from '#app/talent/domain/contact.ts'
import { Withdrawal } from '#app/talent/ui/withdrawal.tsx'
import { answerForSelf } from '#db/talent/contact-commands.server.ts'
import { listRequestsTo } from '#db/talent/contact-queries.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_request_withdraw()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('registry.decide', async ({ reader, params }) => {
  const requests = await listRequestsTo(reader.personId, Date.now())
  const request = requests.find(({ id }) => id === params.id)
  if (!request) throw notFound()
  const back = `/registry/requests/${request.id}`
  if (!mayAnswer('person', request.state).includes('withdrawn')) throw redirect(back)
  return { back }
})

export const action = guardedAction('registry.decide', async ({ reader, params, form, key }) => {
  const id = params.id ?? ''
  const given = await answerForSelf(reader.personId, id, 'withdrawn', key)
  if (given.ok) throw redirect(withDone(`/registry/requests/${id}`, 'withdrawn'))
  if (given.error === 'not-found') throw notFound()
  return invalid({ form: m.talent_too_late() }, form)
})

export default function RegistryRequestWithdrawal() {
  const { back } = useLoaderData<typeof loader>()
  return (
    <Withdrawal
      title={m.talent_request_withdraw_sure()}
      text={m.talent_request_withdraw_means()}
      confirm={m.talent_request_withdraw()}
      back={back}
      state={useActionData<typeof action>()}
    />
  )
}
