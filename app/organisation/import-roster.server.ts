import type { Actor } from '#app/accounts/domain/policy.ts'
import { importRows } from '#db/organisation/roster.server.ts'
import { checkRoster, type FileProblem } from './check-roster.server.ts'
import type { RosterProblem } from './domain/roster-columns.ts'
import { type RosterPlan, renaming, unconfirmed } from './domain/roster-plan.ts'
import { readRosterFile } from './read-roster-file.server.ts'

/** A staff number that has one name on record and another in the file. */
export type Renaming = { line: number; staffNumber: string; from: string; to: string }

/** Somebody new who probably is on record, under another number. */
export type Resemblance = { line: number; name: string; staffNumber: string; known: string }

/** What an import did, or would do. */
export type RosterReport = {
  /** Whether the roster is in: never with `dryRun`, nor when anything is wrong or unconfirmed. */
  imported: boolean
  added: number
  changed: number
  unchanged: number
  problems: RosterProblem[]
  /** Where a number's name would change: probably a mistyped number. */
  renamed: Renaming[]
  /** Who would be added but is probably on record. */
  resembling: Resemblance[]
  /** Why the file could not be read at all. */
  fileProblem?: FileProblem
}

const nothing = {
  ...{ imported: false, added: 0, changed: 0, unchanged: 0 },
  ...{ problems: [], renamed: [], resembling: [] },
}

function renamingsOf({ changed }: RosterPlan): Renaming[] {
  return changed.flatMap((entry) => {
    const name = renaming(entry)
    const { line, identity } = entry
    return name ? { line, staffNumber: identity.staffNumber, from: name.from, to: name.to } : []
  })
}

function resemblancesOf({ added }: RosterPlan): Resemblance[] {
  return added.flatMap(({ line, identity: { name, staffNumber }, resembles }) =>
    resembles
      ? { line, name, staffNumber, known: `${resembles.name} ${resembles.staffNumber}` }
      : [],
  )
}

/**
 * Imports a roster file (.xlsx or CSV, told apart by content) into a unit, whole or not at all,
 * and reports. It reads the file in this process: it is for the command line. `by` is an administrator of the unit, or 'operator' for the command line. Where the
 * name under a number would change, it is refused unless `rename`; where somebody new is probably on
 * record, unless `another`. Two imports of one file leave what one leaves.
 */
export async function importRoster(
  bytes: Buffer,
  options: {
    by: Actor | 'operator'
    unitId: string
    dryRun?: boolean
    rename?: boolean
    another?: boolean
  },
): Promise<RosterReport> {
  const { by, unitId, dryRun = false, rename = false, another = false } = options
  const checked = await checkRoster(by, unitId, readRosterFile(bytes))
  if (!checked.ok) return { ...nothing, fileProblem: checked.error }
  const { rows, plan } = checked.value
  const { added, changed, unchanged, problems } = plan
  const renamed = renamingsOf(plan)
  const resembling = resemblancesOf(plan)
  const doubts = { renamed, resembling }
  const counts = { added: added.length, changed: changed.length, unchanged, problems, ...doubts }
  const confirmed = [...(rename ? renamed : []), ...(another ? resembling : [])].map(
    ({ line }) => line,
  )
  const refused = problems.length > 0 || unconfirmed(plan, confirmed).length > 0
  if (dryRun || refused) return { imported: false, ...counts }
  const done = await importRows(by, unitId, rows, { confirmed })
  if (done.ok) return { imported: true, ...done.value, problems, ...doubts }
  // Somebody else changed the unit between the check and the import: say what stands now.
  return importRoster(bytes, { ...options, dryRun: true })
}
