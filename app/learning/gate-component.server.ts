import type {
  MdxJsxAttribute,
  MdxJsxExpressionAttribute,
  MdxJsxFlowElement,
  MdxJsxTextElement,
} from 'mdast-util-mdx'
import { pictureProblem } from './domain/gate/address.ts'
import { refusedIn } from './domain/gate/characters.ts'
import {
  type AttributeKind,
  calloutTypes,
  components,
  idPattern,
  placedComponents,
} from './domain/gate/components.ts'
import { type Finding, finding, type Place } from './domain/gate/problem.ts'
import type { TagText } from './domain/gate/tag-text.ts'
import { type AttributeLiteral, readBraces } from './gate-literal.server.ts'

type Element = MdxJsxFlowElement | MdxJsxTextElement

/**
 * Checks one element against the list of components. Every finding is at the start of its tag.
 * `topLevel`: whether it is a block of the lesson itself.
 */
export function checkComponent(element: Element, at: Place, topLevel: boolean): Finding[] {
  const name = element.name ?? ''
  const allowed = components.get(name)
  const found: Finding[] = []
  if (!element.name) found.push(finding('COMPONENT', 'fragment', at))
  else if (!allowed) found.push(finding('COMPONENT', 'unknown', at, name))
  for (const attribute of element.attributes) {
    found.push(...checkAttribute(attribute, at, name, allowed))
  }
  if (allowed) found.push(...checkWhole(element, at, name))
  if (placedComponents.has(name) && !topLevel) found.push(finding('ADVICE', 'nested', at, name))
  return found
}

/** Checks a tag that the parser could not make an element of. What it may just lack is not asked for. */
export function checkTagText({ name, attributes }: TagText, at: Place): Finding[] {
  const element: Element = {
    type: 'mdxJsxTextElement',
    name,
    attributes: attributes.map((written) => {
      if (written.kind === 'spread') return { type: 'mdxJsxExpressionAttribute', value: '' }
      const value = { type: 'mdxJsxAttributeValueExpression', value: '' } as const
      const { value: literal = value } = written
      const attribute = { type: 'mdxJsxAttribute', name: written.name } as const
      return { ...attribute, value: literal === true ? null : literal }
    }),
    children: [],
  }
  return checkComponent(element, at, true).filter(
    ({ code, detail }) => code !== 'ADVICE' && detail !== 'id-missing',
  )
}

function checkAttribute(
  attribute: MdxJsxAttribute | MdxJsxExpressionAttribute,
  at: Place,
  component: string,
  allowed: ReadonlyMap<string, AttributeKind> | undefined,
): Finding[] {
  if (attribute.type === 'mdxJsxExpressionAttribute') return [finding('SPREAD', 'spread', at)]
  const { name } = attribute
  const kind = allowed?.get(name)
  const unknown = allowed && !kind ? [finding('ATTR', 'unknown', at, name)] : []
  const value = attributeValue(attribute)
  if (value === undefined) return [...unknown, finding('ATTR_EXPR', 'value', at, name)]
  return [...unknown, ...checkValue(kind, value, at, component, name)]
}

/** The literal an attribute holds, `true` where it has no value, undefined where it is no literal. */
function attributeValue({ value }: MdxJsxAttribute): AttributeLiteral | undefined {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value
  const braces = readBraces(value.data?.estree)
  return typeof braces === 'object' ? braces.value : undefined
}

function checkValue(
  kind: AttributeKind | undefined,
  value: AttributeLiteral,
  at: Place,
  component: string,
  name: string,
): Finding[] {
  const text = [value].flat().join('\n')
  const found = refusedIn(text, at)
  if (kind === 'id' && !(typeof value === 'string' && idPattern.test(value))) {
    found.push(finding('ATTR', 'id', at, component))
  }
  if (kind === 'picture') {
    const problem = typeof value === 'string' ? pictureProblem(value) : 'picture'
    if (problem) found.push(finding('URL', problem, at, text))
  }
  if (component === 'Callout' && name === 'type' && !calloutTypes.some((type) => type === value)) {
    found.push(finding('ADVICE', 'callout-type', at, text))
  }
  return found
}

/** What only shows when all attributes are seen: a missing id or description, one given twice. */
function checkWhole(element: Element, at: Place, component: string): Finding[] {
  const names = element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? [attribute.name] : [],
  )
  const found = names
    .filter((name, index) => names.indexOf(name) < index)
    .map((name) => finding('ADVICE', 'repeated', at, name))
  const lacks = (name: string) => !names.includes(name)
  if (placedComponents.has(component) && lacks('id')) {
    found.push(finding('ATTR', 'id-missing', at, component))
  }
  if (component === 'Term' && lacks('id')) found.push(finding('ADVICE', 'term', at))
  if (component === 'Figure' && lacks('src')) found.push(finding('ADVICE', 'source', at))
  if (component === 'Figure' && lacks('alt')) found.push(finding('ADVICE', 'alt', at))
  return found
}
