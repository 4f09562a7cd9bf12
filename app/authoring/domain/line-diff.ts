/** A stretch of a line: in both texts, or in one of them only. */
export type Piece = { text: string; changed: boolean }

/** A line of a comparison, with its numbers in the two texts, from 1. */
export type DiffLine =
  | { kind: 'same'; before: number; after: number; pieces: Piece[] }
  | { kind: 'removed'; before: number; pieces: Piece[] }
  | { kind: 'added'; after: number; pieces: Piece[] }

type Step = { kind: 'same' | 'removed' | 'added'; a: number; b: number }

/** Above this many differing elements the rest is shown as replaced whole: the time grows with their square. */
const maxEdits = 800

/** How many more elements a comparison may look at; its time is held by this, whatever the texts are. */
type Budget = { left: number }
/** Less than a tenth of a second on a slow core. */
const mostLooks = 1_000_000

/**
 * The shortest way from `a` to `b` by taking out and putting in elements: E. W. Myers, An O(ND)
 * Difference Algorithm and Its Variations, Algorithmica 1 (1986), the greedy algorithm of section 4.
 */
function editSteps(a: string[], b: string[], budget: Budget): Step[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1])
    [endA, endB] = [endA - 1, endB - 1]
  const head = range(0, start).map<Step>((i) => ({ kind: 'same', a: i, b: i }))
  const tail = range(endA, a.length).map<Step>((i) => ({ kind: 'same', a: i, b: endB + i - endA }))
  const middle = middleSteps(a.slice(start, endA), b.slice(start, endB), budget)
  return [...head, ...middle.map((s) => ({ ...s, a: s.a + start, b: s.b + start })), ...tail]
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function middleSteps(a: string[], b: string[], budget: Budget): Step[] {
  const trace = furthestReaches(a, b, budget)
  if (!trace) {
    const removed = a.map<Step>((_, i) => ({ kind: 'removed', a: i, b: 0 }))
    return [...removed, ...b.map<Step>((_, j) => ({ kind: 'added', a: a.length, b: j }))]
  }
  const steps: Step[] = []
  let [x, y] = [a.length, b.length]
  for (let d = trace.length - 1; d >= 0; d--) {
    const reachAt = (k: number) => trace[d]![k + d + 1]!
    const k = x - y
    const down = k === -d || (k !== d && reachAt(k - 1) < reachAt(k + 1))
    const fromK = down ? k + 1 : k - 1
    const fromX = reachAt(fromK)
    const fromY = fromX - fromK
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0))
      steps.push({ kind: 'same', a: --x, b: --y })
    if (d === 0) break
    if (down) steps.push({ kind: 'added', a: x, b: --y })
    else steps.push({ kind: 'removed', a: --x, b: y })
  }
  return steps.reverse()
}

/**
 * For each number `d` of edits, how far along `a` the diagonals from -d-1 to d+1 had come before it;
 * undefined past the bound of edits, or when the budget is spent.
 */
function furthestReaches(a: string[], b: string[], budget: Budget): Int32Array[] | undefined {
  const most = Math.min(a.length + b.length, maxEdits)
  const trace: Int32Array[] = []
  const reach = new Int32Array(2 * most + 3)
  const middle = most + 1
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(middle - d - 1, middle + d + 2))
    budget.left -= d + 1
    if (budget.left <= 0) return undefined
    for (let k = -d; k <= d; k += 2) {
      const [below, above] = [reach[middle + k - 1]!, reach[middle + k + 1]!]
      const from = k === -d || (k !== d && below < above) ? above : below + 1
      let x = from
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      budget.left -= x - from
      reach[middle + k] = x
      if (x >= a.length && x - k >= b.length) return trace
    }
  }
  return undefined
}

/** Latin words, single Han characters, spaces and signs: what a change inside a line is made of. */
function words(line: string): string[] {
  return line.match(/[\p{Script=Latin}\d]+|\s+|./gsu) ?? []
}

function pieces(tokens: string[], isChanged: (index: number) => boolean): Piece[] {
  const found: Piece[] = []
  for (const [index, text] of tokens.entries()) {
    const changed = isChanged(index)
    const last = found.at(-1)
    if (last?.changed === changed) last.text += text
    else found.push({ text, changed })
  }
  return found
}

/** Longer lines, in characters, are marked whole. */
const maxLine = 4_000

function comparePair(
  before: string,
  after: string,
  budget: Budget,
): { before: Piece[]; after: Piece[] } {
  const whole = {
    before: [{ text: before, changed: true }],
    after: [{ text: after, changed: true }],
  }
  if (before.length > maxLine || after.length > maxLine || budget.left <= 0) return whole
  const [a, b] = [words(before), words(after)]
  const steps = editSteps(a, b, budget)
  const gone = new Set(steps.filter(({ kind }) => kind === 'removed').map((step) => step.a))
  const come = new Set(steps.filter(({ kind }) => kind === 'added').map((step) => step.b))
  // Two lines that share little are two lines, not one that was changed.
  if (gone.size + come.size > (a.length + b.length) * 0.7) return whole
  return { before: pieces(a, (i) => gone.has(i)), after: pieces(b, (i) => come.has(i)) }
}

/** No text has no lines; split alone would say that it has an empty one. */
const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))

/** Compares two texts line by line; within lines that replace each other, word by word. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const budget: Budget = { left: mostLooks }
  return described(editSteps(a, b, budget), a, b, budget)
}

/** The steps from `a` to `b` as lines: of each stretch that was replaced first what went, then what came. */
function described(steps: Step[], a: string[], b: string[], budget: Budget): DiffLine[] {
  const lines: DiffLine[] = []
  let removed: Step[] = []
  let added: Step[] = []
  const flush = () => {
    const pairs = removed.map((step, index) => {
      const other = added[index]
      return other && comparePair(a[step.a] ?? '', b[other.b] ?? '', budget)
    })
    for (const [index, step] of removed.entries()) {
      const whole = [{ text: a[step.a] ?? '', changed: true }]
      lines.push({ kind: 'removed', before: step.a + 1, pieces: pairs[index]?.before ?? whole })
    }
    for (const [index, step] of added.entries()) {
      const whole = [{ text: b[step.b] ?? '', changed: true }]
      lines.push({ kind: 'added', after: step.b + 1, pieces: pairs[index]?.after ?? whole })
    }
    removed = []
    added = []
  }
  for (const step of steps) {
    if (step.kind === 'removed') removed.push(step)
    else if (step.kind === 'added') added.push(step)
    else {
      flush()
      const pieces = [{ text: a[step.a] ?? '', changed: false }]
      lines.push({ kind: 'same', before: step.a + 1, after: step.b + 1, pieces })
    }
  }
  flush()
  return lines
}

/** A comparison with only `context` unchanged lines around each change; a number stands for lines left out. */
export function withContext(lines: DiffLine[], context = 3): (DiffLine | number)[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some((l) => l.kind !== 'same'),
  )
  const shown: (DiffLine | number)[] = []
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1)
    if (near[index]) shown.push(line)
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1
    else shown.push(1)
  }
  return shown
}

/** Texts of more lines, and comparisons of more rows, are no use to a reader and slow to make. */
const most = { lines: 4_000, rows: 1_000 }

/** The rows that a page shows of a comparison; undefined where the texts are too large or too unlike. */
export function comparison(before: string, after: string): (DiffLine | number)[] | undefined {
  const [a, b] = [linesOf(before), linesOf(after)]
  if (Math.max(a.length, b.length) > most.lines) return undefined
  const budget: Budget = { left: mostLooks }
  const steps = editSteps(a, b, budget)
  // Seen before any line is looked into.
  if (steps.filter(({ kind }) => kind !== 'same').length > most.rows) return undefined
  const shown = withContext(described(steps, a, b, budget))
  return shown.length > most.rows ? undefined : shown
}
