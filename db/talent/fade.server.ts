import { fadeStep, fastestFade, skillSettings } from '#app/talent/domain/evidence.ts'
import { perform } from '#db/audit/perform.server.ts'
import { type Db, read } from '#db/client.server.ts'
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
 * people's. To be called by the schedule: evidence loses strength though nobody does anything. One
 * command and one event a batch, none where nothing is due; a clock that goes back finds nothing.
 */
export async function fadeSkills(at: number): Promise<number> {
  const command = { actorId: 'system', action: 'person-skills.faded', subjectId: 'person-skills' }
  let people = 0
  while ((await listFaded(read(), at)).length > 0) {
    people += await perform({ ...command, action: 'person-skills.faded' }, async (work) => {
      // Read again: evidence recorded since then must not be derived away.
      const faded = await listFaded(work.tx, at)
      for (const personId of faded) await rebuildPersonSkills(work, personId, at)
      work.note({ people: faded.length })
      return faded.length
    })
  }
  return people
}
