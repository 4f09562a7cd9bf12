import type { Actor } from '#app/accounts/domain/policy.ts'
import { perform } from '#db/audit/perform.server.ts'

/** The reports that leave the platform as a file. */
export type ReportName = 'credit-hours'

/**
 * Records that somebody takes a report of their unit away as a file, before they get it: names and staff
 * numbers are in it. Asking for it again within the same minute is one download, as of a browser that
 * retries.
 */
export async function recordDownload(
  actor: Actor,
  { report, month, people }: { report: ReportName; month: string; people: number },
  at: number,
): Promise<void> {
  const key = `download ${report} ${month} ${Math.floor(at / 60_000)}`
  const command = { actorId: actor.personId, subjectId: actor.unitId, key }
  await perform({ ...command, action: 'report.downloaded' }, async (work) => {
    work.note({ report, month, people })
    return null
  })
}
