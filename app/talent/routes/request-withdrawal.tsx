import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { mayRecall } from '#app/talent/domain/contact.ts'
import { Withdrawal } from '#app/talent/ui/withdrawal.tsx'
import { recallRequest } from '#db/talent/asker-commands.server.ts'
import { findRequestOf } from '#db/talent/asker-queries.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.talent_recall()} · ${m.shared_product()}` }]

export const loader = guardedLoader('contact.request', async ({ reader, params }) => {
  const request = await findRequestOf(reader, params.id ?? '', Date.now())
  if (!request?.mine) throw notFound()
  const back = `/talent/requests/${request.id}`
  if (!mayRecall(request.state)) throw redirect(back)
  return { back }
})

export const action = guardedAction('contact.request', async ({ reader, params, form, key }) => {
  const id = params.id ?? ''
  const recalled = await recallRequest(reader, id, key)
  if (recalled.ok) throw redirect(withDone(`/talent/requests/${id}`, 'recalled'))
  if (recalled.error === 'not-found') throw notFound()
  return invalid({ form: m.talent_recall_too_late() }, form)
})

export default function RequestWithdrawal() {
  const { back } = useLoaderData<typeof loader>()
  return (
    <Withdrawal
      title={m.talent_recall_sure()}
      text={m.talent_recall_means()}
      confirm={m.talent_recall()}
      back={back}
      state={useActionData<typeof action>()}
    />
  )
}
