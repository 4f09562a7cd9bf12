import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { StaffKind } from './organisation.ts'
import { cellText, readCell } from './roster-cells.ts'
import {
  type RosterColumn,
  type RosterProblem,
  requiredColumns,
  rosterColumns,
  rosterHeadings,
} from './roster-columns.ts'

/** Most people a file may have; more are several units, and are imported unit by unit. */
export const rosterLimit = 10_000
/** Titles above the headings are common; further down nobody looks for them. */
const headingsWithin = 10

/** One person as the file has them, each cell checked by itself. Optional cells may be absent. */
export type RosterRow = {
  /** The row of the file, from 1, as a spreadsheet numbers it. */
  line: number
  name: string
  staffNumber: string
  department: string
  staffKind: StaffKind
  grade: string
  roleProfile?: string
  email?: string
  phone?: string
}

/** A row of which some cells cannot be used: what could be read of it, so that the rest is checked. */
export type RosterDraft = { line: number } & Partial<Omit<RosterRow, 'line'>>

export type RosterReading = { rows: RosterRow[]; drafts: RosterDraft[]; problems: RosterProblem[] }

/** Why a file cannot be read as a roster at all. */
export type RosterFileProblem =
  | { code: 'no-headings' | 'no-rows' | 'too-many-rows' }
  | { code: 'missing-columns' | 'repeated-columns'; columns: RosterColumn[] }

type Headings = { index: number; at: Map<RosterColumn, number>; repeated: RosterColumn[] }

const bare = (text: string) =>
  cellText(text)
    .toLowerCase()
    .replace(/[（(].*[）)]|[*\s]/g, '')

const columnByHeading = new Map(
  rosterColumns.flatMap((column) => {
    const { 'zh-CN': zh, en, also } = rosterHeadings[column]
    return [zh, en, ...also].map((heading) => [bare(heading), column] as const)
  }),
)

function headingsIn(row: string[], index: number): Headings {
  const at = new Map<RosterColumn, number>()
  const repeated: RosterColumn[] = []
  for (const [position, cell] of row.entries()) {
    const column = columnByHeading.get(bare(cell))
    if (!column) continue
    if (at.has(column)) repeated.push(column)
    else at.set(column, position)
  }
  return { index, at, repeated }
}

function findHeadings(table: string[][]): Result<Headings, RosterFileProblem> {
  const candidates = table.slice(0, headingsWithin).map(headingsIn)
  const best = candidates.reduce<Headings | undefined>(
    (most, each) => (each.at.size > (most?.at.size ?? 1) ? each : most),
    undefined,
  )
  if (!best) return fail({ code: 'no-headings' })
  if (best.repeated.length > 0) return fail({ code: 'repeated-columns', columns: best.repeated })
  const columns = requiredColumns.filter((column) => !best.at.has(column))
  if (columns.length > 0) return fail({ code: 'missing-columns', columns })
  return ok(best)
}

function readRow(cells: string[], line: number, at: Headings['at'], into: RosterReading): void {
  const values: Partial<Record<RosterColumn, string>> = {}
  let sound = true
  for (const column of rosterColumns) {
    const position = at.get(column)
    const raw = position === undefined ? '' : (cells[position] ?? '')
    const read = readCell(column, raw)
    if (!read.ok) {
      const value = cellText(raw).slice(0, 40)
      into.problems.push({ line, column, code: read.error, value })
      sound = false
    } else if (read.value) values[column] = read.value
  }
  // readCell has checked the values; in a sound row every required one is there.
  if (sound) into.rows.push({ line, ...values } as RosterRow)
  else into.drafts.push({ line, ...values } as RosterDraft)
}

/** A row that repeats an earlier one is nobody more: it is kept as a draft, and not counted. */
function noteRepeats(reading: RosterReading): void {
  const { rows, drafts, problems } = reading
  const all = [...rows, ...drafts].sort((a, b) => a.line - b.line)
  const repeats = new Set<number>()
  for (const column of ['staffNumber', 'email'] as const) {
    const first = new Map<string, number>()
    for (const row of all) {
      const value = row[column]
      if (!value) continue
      const key = value.toLowerCase()
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, row.line)
      else {
        problems.push({ line: row.line, column, code: 'repeated', value, hint: `${earlier}` })
        repeats.add(row.line)
      }
    }
  }
  reading.rows = rows.filter(({ line }) => !repeats.has(line))
  drafts.push(...rows.filter(({ line }) => repeats.has(line)))
}

/**
 * Reads a table of text as a roster: finds the headings, checks each cell, and finds rows that
 * repeat a staff number or an e-mail. Rows with nothing in them are skipped. Never throws.
 */
export function readRoster(table: string[][]): Result<RosterReading, RosterFileProblem> {
  const headings = findHeadings(table)
  if (!headings.ok) return headings
  const { index, at } = headings.value
  const reading: RosterReading = { rows: [], drafts: [], problems: [] }
  let people = 0
  for (let i = index + 1; i < table.length; i++) {
    const cells = table[i] ?? []
    if (cells.every((cell) => cellText(cell) === '')) continue
    if (++people > rosterLimit) return fail({ code: 'too-many-rows' })
    readRow(cells, i + 1, at, reading)
  }
  if (people === 0) return fail({ code: 'no-rows' })
  noteRepeats(reading)
  return ok(reading)
}
