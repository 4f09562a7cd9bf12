import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { loadCredits } from '#app/learning/load-record.server.ts'
import { CreditTable } from '#app/learning/ui/credit-table.tsx'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { PrintButton, SignLine } from '#app/shared/ui/print.tsx'
import { findOrganisationName } from '#db/organisation/names.server.ts'
import { findRoleProfile } from '#db/talent/person-skills.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.learning_proof()} · ${m.shared_product()}` }]

export const loader = guardedLoader('record.read', async ({ reader, context }) => {
  const { personId, timeZone, unitId, organisationId, roleProfile } = reader
  const { locale } = context
  const [earned, identities, unit, department, post] = await Promise.all([
    loadCredits(personId, locale),
    identitiesOf([personId]),
    findOrganisationName(unitId, locale),
    organisationId === unitId ? '' : findOrganisationName(organisationId, locale),
    findRoleProfile(roleProfile),
  ])
  const { name = '', staffNumber = '' } = identities.get(personId) ?? {}
  const place = [unit, department].filter(Boolean).join(locale === 'en' ? ', ' : ' ')
  return {
    ...earned,
    name,
    staffNumber,
    place,
    post: post?.name[locale],
    timeZone,
    at: Date.now(),
  }
})

export default function Proof() {
  const { credits, hours, name, staffNumber, place, post, timeZone, at } =
    useLoaderData<typeof loader>()
  return (
    <article className="proof">
      <h1>{m.learning_proof()}</h1>
      <dl className="summary">
        <dt>{m.learning_name()}</dt>
        <dd>{name}</dd>
        <dt>{m.learning_staff_number()}</dt>
        <dd>{staffNumber}</dd>
        <dt>{m.learning_unit()}</dt>
        <dd>{place}</dd>
        {post && (
          <>
            <dt>{m.learning_post()}</dt>
            <dd>{post}</dd>
          </>
        )}
        <dt>{m.learning_hours()}</dt>
        <dd>{m.learning_hours_total({ hours })}</dd>
      </dl>
      <CreditTable credits={credits} hours={hours} timeZone={timeZone} />
      <p className="quiet">
        {m.learning_proof_note({ time: formatDateTime(at, timeZone), zone: zoneName(timeZone) })}
      </p>
      <SignLine />
      <p className="actions no-print">
        <PrintButton />
        <span className="quiet">{m.learning_proof_print()}</span>
      </p>
    </article>
  )
}
