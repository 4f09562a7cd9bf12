import type { Definition, Node, Parent } from 'mdast'
import type { GatedLesson } from '#app/learning/gate.server.ts'
import { readBraces } from '#app/learning/gate-literal.server.ts'
import type { PicturePlace, Placement } from './domain/reading.ts'

type Attribute = {
  name?: string
  value?: string | null | { data?: { estree?: Parameters<typeof readBraces>[0] } | null }
}
type Written = Node & { name?: string; attributes?: Attribute[] }

/** What an element's attribute says, as text; undefined where it is not there or is no text. */
function attribute({ attributes = [] }: Written, name: string): string | undefined {
  const value = attributes.findLast((each) => each.name === name)?.value
  if (typeof value === 'string' || value === null || value === undefined) return value ?? undefined
  const braces = readBraces(value.data?.estree)
  return typeof braces === 'object' && typeof braces.value === 'string' ? braces.value : undefined
}

function* nodesOf(node: Node): Generator<Written> {
  yield node
  for (const child of 'children' in node ? (node as Parent).children : []) yield* nodesOf(child)
}

function placeOf({ position }: Node) {
  const { line = 1, column = 1 } = position?.start ?? {}
  return { line, column }
}

/** How many lines of the file stand before the gated source. */
export function linesBefore(text: string, { source }: GatedLesson): number {
  const count = (whole: string) => whole.split(/\r\n|\r|\n/).length
  return count(text) - count(source)
}

/** Places in the gated source as places in the file, whose text is given. */
export function placesIn<P extends { line: number }>(
  text: string,
  lesson: GatedLesson,
  places: P[],
): P[] {
  const before = linesBefore(text, lesson)
  return places.map((place) => ({ ...place, line: place.line + before }))
}

/** The places that a lesson gives to checks (`<Quiz id>`) or labs (`<Lab id>`), in its gated source. */
export function placements({ tree }: GatedLesson, component: 'Quiz' | 'Lab'): Placement[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const id = node.name === component ? attribute(node, 'id') : undefined
    return id === undefined ? [] : [{ id, ...placeOf(node) }]
  })
}

/** An address without its query and anchor, percent-decoded: what a stored picture is found by. */
function plainAddress(address: string): string {
  return decodeURIComponent(address.replace(/[?#].*$/s, ''))
}

/** The pictures that a lesson shows, written in whichever way, with their places in its gated source. */
export function picturesIn({ tree }: GatedLesson): PicturePlace[] {
  const nodes = [...nodesOf(tree)]
  const addresses = new Map<string, string>()
  for (const node of nodes) {
    if (node.type !== 'definition') continue
    const { identifier, url } = node as Definition
    if (!addresses.has(identifier)) addresses.set(identifier, url)
  }
  return nodes.flatMap((node) => {
    const { url, alt, identifier } = node as { url?: string; alt?: string; identifier?: string }
    const found = (address: string | undefined, words: string | undefined | null) => {
      if (address === undefined) return []
      const described = Boolean(words?.trim())
      return [{ address: plainAddress(address), described, ...placeOf(node) }]
    }
    if (node.type === 'image') return found(url, alt)
    if (node.type === 'imageReference') return found(addresses.get(identifier ?? ''), alt)
    if (node.name === 'Figure') return found(attribute(node, 'src'), attribute(node, 'alt'))
    return []
  })
}
