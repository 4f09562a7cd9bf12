import type { Actor } from '#app/accounts/domain/policy.ts'
import { importRows } from '#db/organisation/roster.server.ts'
import { checkRoster, type FileProblem } from './check-roster.server.ts'
import type { RosterProblem } from './domain/roster-columns.ts'

/** What an import did, or would do. */
export type RosterReport = {
  /** Whether the roster is in: never with `dryRun`, nor when anything is wrong. */
  imported: boolean
  added: number
  changed: number
  unchanged: number
  problems: RosterProblem[]
  /** Why the file could not be read at all. */
  fileProblem?: FileProblem
}

const nothing = { imported: false, added: 0, changed: 0, unchanged: 0, problems: [] }

/**
 * Imports a roster file (.xlsx or CSV, told apart by content) into a unit, whole or not at all,
 * and reports. `by` is an administrator of the unit, or 'operator' for the command line. Two
 * imports of one file leave what one leaves.
 */
export async function importRoster(
  bytes: Buffer,
  options: { by: Actor | 'operator'; unitId: string; dryRun?: boolean },
): Promise<RosterReport> {
  const { by, unitId, dryRun = false } = options
  const checked = await checkRoster(by, unitId, bytes)
  if (!checked.ok) return { ...nothing, fileProblem: checked.error }
  const { rows, plan } = checked.value
  const { added, changed, unchanged, problems } = plan
  const counts = { added: added.length, changed: changed.length, unchanged, problems }
  if (dryRun || problems.length > 0) return { imported: false, ...counts }
  const done = await importRows(by, unitId, rows, {})
  if (done.ok) return { imported: true, ...done.value, problems }
  // Somebody else changed the unit between the check and the import: say what stands now.
  return importRoster(bytes, { ...options, dryRun: true })
}
