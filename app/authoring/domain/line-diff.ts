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

/**
 * The shortest way from `a` to `b` by taking out and putting in elements: E. W. Myers, An O(ND)
 * Difference Algorithm and Its Variations, Algorithmica 1 (1986), the greedy algorithm of section 4.
 */
function editSteps(a: string[], b: string[]): Step[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1])
    [endA, endB] = [endA - 1, endB - 1]
  const head = range(0, start).map<Step>((i) => ({ kind: 'same', a: i, b: i }))
  const tail = range(endA, a.length).map<Step>((i) => ({ kind: 'same', a: i, b: endB + i - endA }))
  const middle = middleSteps(a.slice(start, endA), b.slice(start, endB))
  return [...head, ...middle.map((s) => ({ ...s, a: s.a + start, b: s.b + start })), ...tail]
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function middleSteps(a: string[], b: string[]): Step[] {
  const trace = furthestReaches(a, b)
  if (!trace) {
    const removed = a.map<Step>((_, i) => ({ kind: 'removed', a: i, b: 0 }))
    return [...removed, ...b.map<Step>((_, j) => ({ kind: 'added', a: a.length, b: j }))]
  }
  const steps: Step[] = []
  let [x, y] = [a.length, b.length]
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d]!
    const k = x - y
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
    const fromK = down ? k + 1 : k - 1
    const fromX = reach.get(fromK) ?? 0
    const fromY = fromX - fromK
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0))
      steps.push({ kind: 'same', a: --x, b: --y })
    if (d === 0) break
    if (down) steps.push({ kind: 'added', a: x, b: --y })
    else steps.push({ kind: 'removed', a: --x, b: y })
  }
  return steps.reverse()
}

/** For each number of edits, how far along `a` every diagonal had come before it; undefined past the bound. */
function furthestReaches(a: string[], b: string[]): Map<number, number>[] | undefined {
  const trace: Map<number, number>[] = []
  const reach = new Map([[1, 0]])
  for (let d = 0; d <= Math.min(a.length + b.length, maxEdits); d++) {
    trace.push(new Map(reach))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach.set(k, x)
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

/** Longer lines are marked whole. */
const maxWords = 2_000

function comparePair(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [a, b] = [words(before), words(after)]
  const whole = {
    before: [{ text: before, changed: true }],
    after: [{ text: after, changed: true }],
  }
  if (a.length > maxWords || b.length > maxWords) return whole
  const steps = editSteps(a, b)
  const gone = new Set(steps.filter(({ kind }) => kind === 'removed').map((step) => step.a))
  const come = new Set(steps.filter(({ kind }) => kind === 'added').map((step) => step.b))
  // Two lines that share little are two lines, not one that was changed.
  if (gone.size + come.size > (a.length + b.length) * 0.7) return whole
  return { before: pieces(a, (i) => gone.has(i)), after: pieces(b, (i) => come.has(i)) }
}

/** Compares two texts line by line; within lines that replace each other, word by word. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const lines: DiffLine[] = []
  let removed: Step[] = []
  let added: Step[] = []
  const flush = () => {
    const pairs = removed.map((step, index) => {
      const other = added[index]
      return other && comparePair(a[step.a] ?? '', b[other.b] ?? '')
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
  for (const step of editSteps(a, b)) {
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
