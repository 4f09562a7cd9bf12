import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { type Importer, previewRoster } from '#db/organisation/roster.server.ts'
import type { RosterReading, RosterRow } from './domain/roster.ts'
import type { RosterPlan } from './domain/roster-plan.ts'
import type { ReadingProblem } from './read-roster-file.server.ts'

/** Why a file is no roster, or cannot be checked. */
export type FileProblem = ReadingProblem | { code: 'no-unit' | 'busy' }

export type CheckedRoster = { rows: RosterRow[]; plan: RosterPlan }

/** What importing a file that was read into a unit would do, with every problem; nothing is changed. */
export async function checkRoster(
  by: Importer,
  unitId: string,
  read: Result<RosterReading, FileProblem>,
): Promise<Result<CheckedRoster, FileProblem>> {
  if (!read.ok) return read
  const { rows, drafts, problems } = read.value
  const plan = await previewRoster(by, unitId, rows, drafts)
  if (!plan) return fail({ code: 'no-unit' })
  const all = [...problems, ...plan.problems].sort((a, b) => a.line - b.line)
  return ok({ rows, plan: { ...plan, problems: all } })
}
