import type { Definition, Nodes, Parents, Root } from 'mdast'
import { linkProblem, pictureProblem } from './domain/gate/address.ts'
import { refusedCharacterIn, refusedIn } from './domain/gate/characters.ts'
import { limits } from './domain/gate/limits.ts'
import { type Finding, finding, type Place } from './domain/gate/problem.ts'
import { checkComponent } from './gate-component.server.ts'
import { readBraces } from './gate-literal.server.ts'

/** Markdown that holds nothing but text or other nodes. What is neither here nor checked is refused. */
const plainNodes: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'break',
  'code',
  'delete',
  'emphasis',
  'footnoteDefinition',
  'footnoteReference',
  'heading',
  'inlineCode',
  'inlineMath',
  'linkReference',
  'list',
  'listItem',
  'math',
  'paragraph',
  'strong',
  'table',
  'tableCell',
  'tableRow',
  'text',
  'thematicBreak',
])

/**
 * Checks the tree of a lesson against the allowlist of nodes, components, attributes and addresses.
 * `source` is the text it was parsed from; places are in that text.
 */
export function checkTree(tree: Root, source: string): Finding[] {
  return new TreeCheck(source).check(tree)
}

class TreeCheck {
  readonly #found: Finding[] = []
  readonly #definitions = new Map<string, Definition>()
  readonly #pictureReferences: { identifier: string; at: Place }[] = []
  #counts = { nodes: 0, headings: 0, definitions: 0 }
  #tooDeep = false

  constructor(private readonly source: string) {}

  check(tree: Root): Finding[] {
    this.#children(tree, 0, { line: 1, column: 1 })
    this.#checkPictureReferences()
    return this.#found
  }

  #children(parent: Parents, depth: number, parentAt: Place): void {
    for (const node of parent.children) {
      // Addresses found in text by the parser's second look carry no position of their own.
      const at = node.position?.start ?? parentAt
      this.#count('nodes', at)
      if (depth >= limits.depth) {
        if (!this.#tooDeep) {
          this.#found.push(finding('LIMIT', 'depth', at, String(limits.depth)))
        }
        this.#tooDeep = true
        return
      }
      this.#node(node, at, depth)
      if ('children' in node) this.#children(node, depth + 1, at)
    }
  }

  #node(node: Nodes, at: Place, depth: number): void {
    switch (node.type) {
      case 'mdxjsEsm':
        this.#found.push(finding('ESM', 'module', at))
        break
      case 'mdxFlowExpression':
      case 'mdxTextExpression': {
        const braces = readBraces(node.data?.estree)
        if (typeof braces === 'object' && !Array.isArray(braces.value)) {
          this.#text(String(braces.value), at)
        } else if (braces !== 'comment') this.#found.push(finding('EXPR', 'expression', at))
        break
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        this.#found.push(...checkComponent(node, at, depth === 0))
        break
      case 'link':
        this.#address(linkProblem(node.url), node.url, at)
        this.#text(node.title ?? '', at)
        break
      case 'image':
        this.#address(pictureProblem(node.url), node.url, at)
        this.#text(`${node.alt ?? ''}${node.title ?? ''}`, at)
        if (!node.alt) this.#found.push(finding('ADVICE', 'alt', at))
        break
      case 'definition':
        this.#define(node, at)
        break
      case 'imageReference':
        this.#pictureReferences.push({ identifier: node.identifier, at })
        this.#text(node.alt ?? '', at)
        break
      default:
        this.#plain(node, at)
    }
  }

  #plain(node: Nodes, at: Place): void {
    if (!plainNodes.has(node.type)) this.#found.push(finding('PARSE', 'html', at))
    if (node.type === 'heading') this.#count('headings', at)
    if (node.type === 'footnoteDefinition') this.#count('definitions', at)
    if (node.type === 'code') this.#text(`${node.lang ?? ''}${node.meta ?? ''}`, at)
    if ('label' in node) this.#text(node.label ?? '', at)
    if (node.type === 'text' && refusedCharacterIn(node.value) >= 0) {
      this.#text(node.value, this.#referenceIn(node) ?? at)
    }
  }

  #define(node: Definition, at: Place): void {
    this.#count('definitions', at)
    this.#address(linkProblem(node.url), node.url, at)
    this.#text(`${node.label ?? ''}${node.title ?? ''}`, at)
    // As in CommonMark, the first definition of a label is the one that counts.
    if (!this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node)
  }

  /** A picture may take its address from a definition, which by itself may also be a link's. */
  #checkPictureReferences(): void {
    for (const { identifier, at } of this.#pictureReferences) {
      const definition = this.#definitions.get(identifier)
      const problem = definition && pictureProblem(definition.url)
      if (!definition || !problem) continue
      this.#address(problem, definition.url, at)
      if (!linkProblem(definition.url) && definition.position) {
        this.#address(problem, definition.url, definition.position.start)
      }
    }
  }

  #address(problem: ReturnType<typeof linkProblem>, address: string, at: Place): void {
    this.#text(address, at)
    if (problem) this.#found.push(finding('URL', problem, at, shorten(address)))
  }

  #text(text: string, at: Place): void {
    this.#found.push(...refusedIn(text, at))
  }

  /** Where in a text node a character reference (`&#x202e;`) stands for a refused character. */
  #referenceIn({ position }: Nodes): Place | undefined {
    if (!position) return undefined
    const { start, end } = position
    const raw = this.source.slice(start.offset ?? 0, end.offset ?? 0)
    for (const match of raw.matchAll(/&#(?:(\d{1,7})|x([0-9a-f]{1,6}));/gi)) {
      const code = match[1] ? Number(match[1]) : Number.parseInt(match[2]!, 16)
      if (code > 0x10ffff || refusedCharacterIn(String.fromCodePoint(code)) < 0) continue
      const before = raw.slice(0, match.index).split('\n')
      const column = before.at(-1)!.length + 1
      return before.length === 1
        ? { line: start.line, column: start.column + column - 1 }
        : { line: start.line + before.length - 1, column }
    }
    return undefined
  }

  #count(what: 'nodes' | 'headings' | 'definitions', at: Place): void {
    this.#counts[what] += 1
    if (this.#counts[what] === limits[what] + 1) {
      this.#found.push(finding('LIMIT', what, at, String(limits[what])))
    }
  }
}

/** Long addresses are cut, so that a message stays a sentence. */
function shorten(address: string): string {
  return address.length > 80 ? `${address.slice(0, 80)}…` : address
}
