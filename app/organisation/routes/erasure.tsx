import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guardedAction, guardedLoader, notFound } from '#app/accounts/guard.server.ts'
import { normaliseLogin } from '#app/organisation/domain/identity.ts'
import { erasePerson } from '#app/organisation/erase-person.server.ts'
import { ErasureConfirmation } from '#app/organisation/ui/erasure-confirmation.tsx'
import { ErasureReceipt } from '#app/organisation/ui/erasure-receipt.tsx'
import { invalid } from '#app/shared/http/form-state.ts'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { read } from '#db/client.server.ts'
import { findErasure } from '#db/organisation/erasure-queries.server.ts'
import { findStaffMember } from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

/** Somebody who has left, and how far their erasure is. */
async function erasureOf(reader: Reader, personId: string) {
  const person = await findStaffMember(read(), reader, 'staff.manage', personId)
  if (person?.state !== 'left') throw notFound()
  // Before the event, which comes first: no name without an event means that there never was one.
  const who = (await identitiesOf([personId])).get(personId)
  return { who, word: who?.staffNumber ?? personId, erasure: await findErasure(read(), personId) }
}

export const loader = guardedLoader('staff.manage', async ({ reader, params }) => {
  const { personId = '' } = params
  const { who, word, erasure } = await erasureOf(reader, personId)
  const { timeZone } = reader
  return {
    ...{ personId, word, name: who?.name ?? '' },
    receipt: erasure && {
      number: erasure.sequence,
      time: formatDateTime(erasure.at, timeZone),
      zone: zoneName(timeZone),
      waits: who !== undefined,
    },
  }
})

export const action = guardedAction('staff.manage', async ({ reader, params, form, key }) => {
  const { personId = '' } = params
  const { word, erasure } = await erasureOf(reader, personId)
  const typed = normaliseLogin(String(form.get('staffNumber') ?? ''))
  if (!erasure && typed !== normaliseLogin(word)) {
    return invalid({ staffNumber: m.organisation_erasure_wrong({ staffNumber: word }) }, form)
  }
  if (!(await erasePerson(reader, personId, key)).ok) throw notFound()
  throw redirect(`/staff/${personId}/erasure`)
})

export default function Erasure() {
  const { personId, word, name, receipt } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  return receipt ? (
    <ErasureReceipt personId={personId} receipt={receipt} />
  ) : (
    <ErasureConfirmation personId={personId} name={name} staffNumber={word} state={state} />
  )
}
