import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guardedLoader } from '#app/accounts/guard.server.ts'
import { doneText } from '#app/shared/http/flash.ts'
import { formatPercent } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Empty, Notice } from '#app/shared/ui/notice.tsx'
import { attestationsPage, type ShownAttestation } from '#app/talent/attestations-page.server.ts'
import { skillSettings } from '#app/talent/domain/evidence.ts'
import { AttestationCrumbs, AttestedSkill, ChooseSkill } from '#app/talent/ui/attestation.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.talent_attestations()} · ${m.shared_product()}` },
]

export const loader = guardedLoader('skill.attest', async ({ reader, params, url }) => ({
  ...(await attestationsPage(reader, params.personId ?? '')),
  done: url.searchParams.get('done'),
}))

const doneWords: Record<string, () => string> = {
  attested: m.talent_attestation_done,
  withdrawn: m.talent_attestation_withdrawn,
}

export default function Attestations() {
  const { personId, name, attestations, open, ofPost, choices, done } =
    useLoaderData<typeof loader>()
  const words = doneText(doneWords, done)
  return (
    <>
      <AttestationCrumbs personId={personId} name={name} />
      <h1>{m.talent_attestations_of({ name: name || m.talent_erased() })}</h1>
      {words && <Notice kind="done">{words}</Notice>}
      <p>
        {m.talent_attestations_text({
          strength: formatPercent(skillSettings.strength.attestation),
        })}
      </p>
      {attestations.length === 0 ? (
        <Empty title={m.talent_attestations_none()}>
          <p>{m.talent_attestations_none_text()}</p>
        </Empty>
      ) : (
        <InForce personId={personId} attestations={attestations} />
      )}
      {open && <ChooseSkill personId={personId} ofPost={ofPost} choices={choices} />}
    </>
  )
}

type InForceProps = { personId: string; attestations: ShownAttestation[] }

function InForce({ personId, attestations }: InForceProps) {
  return (
    <div className="stack">
      {attestations.map((attestation) => (
        <section className="panel" key={attestation.id}>
          <AttestedSkill attestation={attestation} />
          <p>
            <a href={`/talent/attestations/${personId}/${attestation.id}/withdrawal`}>
              {m.talent_attestation_withdraw()}
            </a>
          </p>
        </section>
      ))}
    </div>
  )
}
