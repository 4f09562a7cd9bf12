import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { loadRecord } from '#app/learning/load-record.server.ts'
import { CreditTable } from '#app/learning/ui/credit-table.tsx'
import { EvidenceTable, WithdrawnAttestations } from '#app/learning/ui/evidence-table.tsx'
import { formatDateTime, zoneName } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty } from '#app/shared/ui/notice.tsx'
import { identitiesOf } from '#db/vault/identities.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.learning_record()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('record.read', async ({ reader, context }) => ({
  ...(await loadRecord(reader.personId, context.locale)),
  who: (await identitiesOf([reader.personId])).get(reader.personId),
  timeZone: reader.timeZone,
  at: Date.now(),
}))

export default function LearningRecord() {
  const { credits, hours, skills, withdrawn, who, timeZone, at } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{m.learning_record()}</h1>
      <p className="print-only">
        {m.learning_record_whose({
          ...{ name: who?.name ?? '', staffNumber: who?.staffNumber ?? '' },
          ...{ time: formatDateTime(at, timeZone), zone: zoneName(timeZone) },
        })}
      </p>
      <section>
        <h2>{m.learning_credit_hours()}</h2>
        {credits.length === 0 ? (
          <Empty title={m.learning_no_credits()}>
            <p>{m.learning_no_credits_hint()}</p>
          </Empty>
        ) : (
          <>
            <p>
              {m.learning_hours_total({ hours })}{' '}
              <a href="/record/proof">{m.learning_to_proof()}</a>
            </p>
            <CreditTable credits={credits} hours={hours} timeZone={timeZone} />
          </>
        )}
      </section>
      <section>
        <h2>{m.learning_my_skills()}</h2>
        {skills.length === 0 ? (
          <Empty title={m.learning_no_evidence()}>
            <p>{m.learning_no_evidence_hint()}</p>
          </Empty>
        ) : (
          skills.map((skill) => (
            <EvidenceTable key={skill.skill} skill={skill} timeZone={timeZone} />
          ))
        )}
        <WithdrawnAttestations withdrawn={withdrawn} timeZone={timeZone} />
        <p className="quiet">{m.learning_how_derived()}</p>
        <p>
          <a href="/registry">{m.learning_to_registry()}</a>
        </p>
      </section>
    </>
  )
}
