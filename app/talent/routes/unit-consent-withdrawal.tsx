import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { withDone } from '#app/shared/http/flash.ts'
import { invalid } from '#app/shared/http/form-state.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { mayAnswer } from '#app/talent/domain/contact.ts'
import { Withdrawal } from '#app/talent/ui/withdrawal.tsx'
import { unitName } from '#app/talent/ui/words.ts'
import { answerForUnit } from '#db/talent/contact-commands.server.ts'
import { listForUnit } from '#db/talent/contact-queries.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.talent_consent_withdraw()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('contact.decide-for-unit', async ({ reader, params }) => {
  const request = (await listForUnit(reader, Date.now())).find(({ id }) => id === params.id)
  if (!request) throw notFound()
  const back = `/talent/unit-consents/${request.id}`
  if (!mayAnswer('unit', request.state).includes('withdrawn')) throw redirect(back)
  const { personId, unit } = request
  return { back, unit, name: (await identitiesOf([personId])).get(personId)?.name ?? '' }
})

export const action = guardedAction(
  'contact.decide-for-unit',
  async ({ reader, params, form, key }) => {
    const id = params.id ?? ''
    const given = await answerForUnit(reader, id, 'withdrawn', key)
    if (given.ok) throw redirect(withDone(`/talent/unit-consents/${id}`, 'withdrawn'))
    if (given.error === 'not-found') throw notFound()
    return invalid({ form: m.talent_too_late() }, form)
  },
)

export default function UnitConsentWithdrawal() {
  const { back, unit, name } = useLoaderData<typeof loader>()
  return (
    <Withdrawal
      title={m.talent_consent_withdraw_sure()}
      text={m.talent_consent_withdraw_means({
        unit: unitName(unit),
        name: name || m.talent_erased(),
      })}
      confirm={m.talent_consent_withdraw()}
      back={back}
      state={useActionData<typeof action>()}
    />
  )
}
