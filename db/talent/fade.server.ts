import { fadeStep, fastestFade, skillSettings } from '#app/talent/domain/evidence.ts'
import { performInBatches } from '#db/audit/batches.server.ts'
import type { Db } from '#db/client.server.ts'
import { sql } from '#db/dialect/index.ts'
import { rebuildPersonSkills } from './evidence.server.ts'
import { personSkills, skillEvidence } from './tables.server.ts'

/** People in one command, so that nobody's own waits long for its turn. */
const batch = 50

/** Whose skills `mayHaveFaded` by `at`, or rest on evidence that expired; not those derived later. */
async function listFaded(db: Db, at: number): Promise<string[]> {
  const { personId, confidence, asOf } = personSkills
  const lost = sql`${confidence} * ${fastestFade} * (${at} - ${asOf})`
  const expired = sql`exists (select 1 from ${skillEvidence}
    where ${skillEvidence.personId} = ${personId} and ${skillEvidence.skill} = ${personSkills.skill}
    and ${skillEvidence.expiresAt} > ${asOf} and ${skillEvidence.expiresAt} <= ${at})`
  const rows = await db
    .selectDistinct({ personId })
    .from(personSkills)
    .where(
      sql`${lost} >= ${fadeStep} or ${lost} > ${confidence} - ${skillSettings.threshold} or ${expired}`,
    )
    .limit(batch)
  return rows.map((row) => row.personId)
}

/**
 * Derives anew, as of `at` (UTC ms), the skills that time may have changed, and answers how many
 * people's. To be called by the schedule: evidence loses strength though nobody does anything. A clock
 * that goes back finds nothing.
 */
export async function fadeSkills(at: number): Promise<number> {
  const { people = 0 } = await performInBatches(
    { action: 'person-skills.faded', subjectId: 'person-skills' },
    async (work) => {
      const faded = await listFaded(work.tx, at)
      for (const personId of faded) await rebuildPersonSkills(work, personId, at)
      return { people: faded.length }
    },
  )
  return people
}
