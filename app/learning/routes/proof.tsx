import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { loadCredits } from '#app/learning/load-record.server.ts'
import { CreditTable } from '#app/learning/ui/credit-table.tsx'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.learning_proof()} · ${m.shared_product()}` }]

export const loader = guardedLoader('record.read', async ({ reader, context }) => {
  const { personId, timeZone } = reader
  const [earned, identities] = await Promise.all([
    loadCredits(personId, context.locale),
    identitiesOf([personId]),
  ])
  const identity = identities.get(personId)
  const { name = '', staffNumber = '' } = identity ?? {}
  return { ...earned, name, staffNumber, timeZone, at: Date.now() }
})

export default function Proof() {
  const { credits, hours, name, staffNumber, timeZone, at } = useLoaderData<typeof loader>()
  return (
    <article className="proof">
      <h1>{m.learning_proof()}</h1>
      <dl className="summary">
        <dt>{m.learning_name()}</dt>
        <dd>{name}</dd>
        <dt>{m.learning_staff_number()}</dt>
        <dd>{staffNumber}</dd>
        <dt>{m.learning_hours()}</dt>
        <dd>{m.learning_hours_total({ hours })}</dd>
      </dl>
      <CreditTable credits={credits} hours={hours} timeZone={timeZone} />
      <p className="quiet">
        {m.learning_proof_note({ time: formatDateTime(at, timeZone), zone: zoneName(timeZone) })}
      </p>
      <p className="quiet no-print">{m.learning_proof_print()}</p>
    </article>
  )
}
