import type { BlockContent, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import type { VFile } from 'vfile'
import type { Locale } from '#app/shared/domain/text.ts'
import { placedComponents } from './domain/gate/components.ts'
import { refuses } from './domain/gate/problem.ts'
import { readBraces } from './gate-literal.server.ts'
import { checkTree } from './gate-tree.server.ts'

type Element = MdxJsxFlowElement | MdxJsxTextElement

/** The element that stands for a check or a lab in the HTML; no author can write it. */
export const placeElement = 'civic-part'

/**
 * The first plugin of the compile step: what the gate would refuse goes no further, even if somebody
 * forgot to ask the gate.
 */
export function remarkGate() {
  return (tree: Root, file: VFile) => {
    const [problem] = checkTree(tree, String(file)).filter(refuses)
    if (problem) throw new Error(`not gated: ${problem.code} at ${problem.line}:${problem.column}`)
  }
}

/**
 * Makes room for the checks and labs that the page puts in. At the top level of the lesson each becomes a
 * place between two parts. Inside another block that would tear the block apart, so there it becomes a
 * link, and its place comes right after the outermost block.
 */
export function remarkPlaces({ locale }: { locale: Locale }) {
  return (tree: Root) => {
    tree.children = tree.children.flatMap((block) => {
      const placed = placedElement(block)
      if (placed) return [place(placed)]
      const nested: Element[] = []
      if ('children' in block) linkNested(block, locale, nested)
      return [block, ...nested.map(place)]
    })
  }
}

function placedElement(node: Nodes): Element | undefined {
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
  return isElement && placedComponents.has(node.name ?? '') ? node : undefined
}

function linkNested(parent: Parents, locale: Locale, nested: Element[]): void {
  // Only what stands between the tags of a void element would be lost, and it must be: React refuses it.
  if ('name' in parent && parent.name === 'br') parent.children = []
  parent.children.forEach((child, index) => {
    const placed = placedElement(child)
    if (placed) {
      nested.push(placed)
      parent.children[index] = link(placed, locale) as (typeof parent.children)[number]
    } else if ('children' in child) linkNested(child, locale, nested)
  })
}

function link(element: Element, locale: Locale): BlockContent | PhrasingContent {
  const words = { Quiz: { en: 'Check', 'zh-CN': '随堂练习' }, Lab: { en: 'Lab', 'zh-CN': '实验' } }
  const text = words[element.name as 'Quiz' | 'Lab'][locale]
  const url = `#${kindOf(element)}-${idOf(element)}`
  const anchor: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: text }] }
  return element.type === 'mdxJsxTextElement' ? anchor : { type: 'paragraph', children: [anchor] }
}

function place(element: Element): RootContent {
  const properties = { 'data-kind': kindOf(element), 'data-id': idOf(element) }
  return {
    type: 'paragraph',
    children: [],
    data: { hName: placeElement, hProperties: properties },
  }
}

function kindOf(element: Element): 'quiz' | 'lab' {
  return element.name === 'Quiz' ? 'quiz' : 'lab'
}

/** The id of a gated element, which the gate has seen to be a text of the right form. */
function idOf({ attributes }: Element): string {
  const written = attributes.findLast(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id',
  )
  const value = written?.value
  if (typeof value === 'string') return value
  const braces = readBraces(value?.data?.estree)
  return typeof braces === 'object' ? String(braces.value) : ''
}
