import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/audit/domain/chain.ts'
import { startingStrength } from '#app/talent/domain/evidence.ts'
import { perform } from '#db/audit/perform.server.ts'
import { newId } from '#db/id.server.ts'
import { rebuildPersonSkills } from '#db/talent/evidence.server.ts'
import { attestations, skillEvidence } from '#db/talent/tables.server.ts'
import { day, inChunks, type Seeded } from './seeded.ts'

const kind = 'attestation' as const
/** Days in which a unit's attestation alone still makes a level. */
const ages = 180

/** What units attested: nine of ten people in SQL at any level, half in protecting devices. */
function attestedOf({ id: personId, n, unit }: Seeded, now: number) {
  const at = now - (n % ages) * day
  const about = { personId, kind, diagnostic: false, strength: startingStrength(kind, false) }
  const from = { issuer: 'operator', sourceId: unit.id, sourceVersion: '1' }
  const rest = { expiresAt: null, revokesId: null, at }
  const skills = [
    ...(n % 10 === 0 ? [] : [{ skill: 'data-sql', level: 1 + (n % 4) }]),
    ...(n % 2 === 0 ? [{ skill: 'protecting-devices', level: 1 + (n % 3) }] : []),
  ]
  return skills.map((each) => ({ ...each, ...about, ...from, ...rest, id: newId(at) }))
}

/**
 * Gives people what their units attested, the rows of `recordAttestation`, and derives everyone's skills
 * by the product's own rule as of now, so that the server finds nothing to fade while it is measured.
 */
export async function attestSkills(people: Seeded[], now: number): Promise<void> {
  const rows = people.flatMap((person) => attestedOf(person, now))
  const hashed = rows.map((row) => {
    return { ...row, hash: createHash('sha256').update(canonicalJson(row)).digest('hex') }
  })
  const command = { actorId: 'operator', action: 'skill.attested', subjectId: 'bench' } as const
  await perform(command, async (work) => {
    const { tx } = work
    await inChunks(hashed, (part) => tx.insert(skillEvidence).values(part))
    const grounds = '独立查询和核对上报数据，能查出漏报、重报。'
    await inChunks(
      rows.map(({ id, personId, sourceId: unitId }) => ({ id, personId, unitId, grounds })),
      (part) => tx.insert(attestations).values(part),
    )
    for (const { id } of people) await rebuildPersonSkills(work, id)
  })
}
