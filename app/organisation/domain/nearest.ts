/** How many characters must change to make `b` of `a` (Levenshtein). */
export function editDistance(a: string, b: string): number {
  const from = [...a]
  const to = [...b]
  let row = to.map((_, index) => index + 1)
  for (const [i, character] of from.entries()) {
    const next: number[] = []
    for (const [j, other] of to.entries()) {
      const above = row[j] ?? 0
      const left = next[j - 1] ?? i + 1
      const diagonal = j === 0 ? i : (row[j - 1] ?? 0)
      next.push(character === other ? diagonal : Math.min(above, left, diagonal) + 1)
    }
    row = next
  }
  return row.at(-1) ?? from.length
}

/** What was probably meant: the candidate that holds `text`, is held by it, or is a slip away. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const holds = candidate.includes(text) || text.includes(candidate)
    // Texts of very different lengths need no counting: most of a long list is passed over here.
    if (!holds && Math.abs(text.length - candidate.length) > Math.max(2, text.length / 2)) continue
    const distance = holds ? 0.5 : editDistance(text, candidate)
    const near = holds || distance <= Math.max(1, Math.floor([...text].length / 3))
    if (near && distance < (best?.distance ?? Infinity)) best = { candidate, distance }
  }
  return best?.candidate
}
