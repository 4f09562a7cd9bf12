import { isWithin } from './organisation.ts'

type Node = { id: string; path: string }

/**
 * Organisations in reading order, each followed by its parts, with how deep it lies below the
 * highest one given. `compare` orders those with one parent.
 */
export function inTreeOrder<T extends Node>(
  nodes: T[],
  compare: (a: T, b: T) => number,
): (T & { depth: number })[] {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const children = new Map<string, T[]>()
  for (const node of nodes) {
    const ids = node.path.split('/').filter(Boolean)
    // The nearest that is in reach: what is between may not be.
    const above = ids.slice(0, -1).findLast((id) => known.has(id)) ?? ''
    children.set(above, [...(children.get(above) ?? []), node])
  }
  const ordered: (T & { depth: number })[] = []
  const visit = (above: string, depth: number) => {
    for (const node of (children.get(above) ?? []).sort(compare)) {
      ordered.push({ ...node, depth })
      visit(node.id, depth + 1)
    }
  }
  visit('', 0)
  return ordered
}

/** How many people `path` and everything below it have; `people` is by organisation id. */
export function countWithin(path: string, nodes: Node[], people: Map<string, number>): number {
  return nodes
    .filter((node) => isWithin(node.path, path))
    .reduce((sum, { id }) => sum + (people.get(id) ?? 0), 0)
}
