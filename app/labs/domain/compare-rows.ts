import type { Cell, Table } from '#app/labs/domain/run.ts'

/** How a lab compares: rows in the order asked for or as a bag; column names too, or places only. */
export type RowComparison = { order: 'strict' | 'any'; names: boolean }

/**
 * In what way a result is not the expected one: counts and places, never a value, since what was
 * expected is hidden. `wrongOrder`: the same rows, in another order.
 */
export type RowDifference = {
  missing: number
  extra: number
  wrongOrder: boolean
  wrongColumns: 'count' | 'names' | null
}

/**
 * A spelling that equal values share. 1 and 1.0 are one value; text is exact; null equals null.
 * Fractions agree to 12 significant digits, since sums taken in another order differ beyond.
 */
function spell(value: Cell): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return `text:${value}`
  if (typeof value === 'object')
    return 'blob' in value ? `blob:${value.blob}` : `number:${value.number}`
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(12))
  return `number:${rounded === 0 ? 0 : rounded}`
}

function bag(rows: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

/** How many of `rows` have no partner in `others`. */
function unmatched(rows: string[], others: string[]): number {
  const left = bag(others)
  return rows.filter((row) => {
    const n = left.get(row) ?? 0
    left.set(row, n - 1)
    return n <= 0
  }).length
}

function columnProblem(expected: Table, given: Table, names: boolean) {
  if (expected.columns.length !== given.columns.length) return 'count'
  // SQL names columns without regard to case.
  const differs = expected.columns.some(
    (name, i) => name.toLowerCase() !== given.columns[i]?.toLowerCase(),
  )
  return names && differs ? 'names' : null
}

/** How `given` differs from `expected`, or null when it is what was asked for. */
export function compareRows(
  expected: Table,
  given: Table,
  { order, names }: RowComparison,
): RowDifference | null {
  const wrongColumns = columnProblem(expected, given, names)
  const spelled = (table: Table) => table.rows.map((row) => JSON.stringify(row.map(spell)))
  const [want, got] = [spelled(expected), spelled(given)]
  const missing = unmatched(want, got)
  const extra = unmatched(got, want)
  const sameBag = missing === 0 && extra === 0
  const wrongOrder = order === 'strict' && sameBag && want.some((row, i) => row !== got[i])
  const same = sameBag && !wrongOrder && wrongColumns === null
  return same ? null : { missing, extra, wrongOrder, wrongColumns }
}
