import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { type Importer, previewRoster } from '#db/organisation/roster.server.ts'
import { type RosterFileProblem, type RosterRow, readRoster } from './domain/roster.ts'
import type { RosterPlan } from './domain/roster-plan.ts'
import { readTable, type TableProblem } from './read-roster-file.server.ts'

/** Why a file is no roster. */
export type FileProblem = RosterFileProblem | { code: TableProblem | 'no-unit' }

export type CheckedRoster = { rows: RosterRow[]; plan: RosterPlan }

/** What importing a file into a unit would do, with every problem; nothing is changed. */
export async function checkRoster(
  by: Importer,
  unitId: string,
  bytes: Buffer,
): Promise<Result<CheckedRoster, FileProblem>> {
  const table = readTable(bytes)
  if (!table.ok) return fail({ code: table.error })
  const read = readRoster(table.value)
  if (!read.ok) return read
  const { rows, drafts, problems } = read.value
  const plan = await previewRoster(by, unitId, rows, drafts)
  if (!plan) return fail({ code: 'no-unit' })
  const all = [...problems, ...plan.problems].sort((a, b) => a.line - b.line)
  return ok({ rows, plan: { ...plan, problems: all } })
}
