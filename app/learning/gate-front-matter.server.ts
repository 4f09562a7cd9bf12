import { CST, isMap, isScalar, isSeq, Lexer, LineCounter, type Pair, parseAllDocuments } from 'yaml'
import type { FrontMatter } from './domain/gate/front-matter.ts'
import { type Finding, finding, type Place } from './domain/gate/problem.ts'
import { refusedInScalar } from './gate-scalar.server.ts'

const keys = {
  title: 'text',
  summary: 'text',
  tags: 'text-list',
  lang: 'text',
  order: 'number',
} as const
type Key = keyof typeof keys

/**
 * Reads `yaml`, the text between the fences, whose first line is line `firstLine` of the file. YAML
 * 1.2 core; anchors, aliases, tags, directives, duplicate and unknown keys are refused, and nothing is
 * ever expanded. Values: title, summary and lang are text, tags one or a list of them, order a number; a
 * key without a value is as if it were not there.
 */
export function readFrontMatter(
  yaml: string,
  firstLine: number,
): { values: FrontMatter; findings: Finding[] } {
  const lines = new LineCounter()
  const documents = parseAllDocuments(yaml, {
    version: '1.2',
    schema: 'core',
    merge: false,
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  })
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  const findings = refusedTokens(yaml, placeOf)
  const [document, second] = Array.isArray(documents) ? documents : []
  if (second) findings.push(finding('FRONTMATTER', 'syntax', placeOf(second.range[0])))
  for (const error of document?.errors ?? []) {
    const at = placeOf(error.pos[0])
    const name = /^\S+/.exec(yaml.slice(error.pos[0]))?.[0].replace(/:.*/, '') ?? ''
    findings.push(
      error.code === 'DUPLICATE_KEY'
        ? finding('FRONTMATTER', 'duplicate', at, name)
        : finding('FRONTMATTER', 'syntax', at),
    )
  }
  const contents = document?.contents
  if (contents && isMap(contents)) {
    const broken = findings.some(({ detail }) => detail === 'syntax')
    return readPairs(contents.items, yaml, placeOf, findings, broken)
  }
  if (contents && !(isScalar(contents) && contents.source === '')) {
    findings.push(finding('FRONTMATTER', 'not-a-map', placeOf(contents.range?.[0] ?? 0)))
  }
  return { values: {}, findings }
}

/** Anchors, aliases, tags and directives, from the lexer: the exact place, whatever they are part of. */
function refusedTokens(yaml: string, placeOf: (offset: number) => Place): Finding[] {
  const found: Finding[] = []
  let offset = 0
  let scalar = false
  for (const token of new Lexer().lex(yaml)) {
    const type = scalar ? 'scalar' : CST.tokenType(token)
    scalar = token === CST.SCALAR
    if (token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR) continue
    const at = placeOf(offset)
    if (type === 'anchor') found.push(finding('FRONTMATTER', 'anchor', at, token.slice(1)))
    if (type === 'alias') found.push(finding('FRONTMATTER', 'alias', at, token.slice(1)))
    if (type === 'tag') found.push(finding('FRONTMATTER', 'tag', at, token))
    if (type === 'directive-line') found.push(finding('FRONTMATTER', 'directive', at))
    offset += token.length
  }
  return found
}

function readPairs(
  pairs: Pair[],
  yaml: string,
  placeOf: (offset: number) => Place,
  findings: Finding[],
  broken: boolean,
): { values: FrontMatter; findings: Finding[] } {
  const values: Partial<Record<Key, unknown>> = {}
  for (const { key, value } of pairs) {
    const range = (key as { range?: [number, number, number] } | null)?.range
    const at = placeOf(range?.[0] ?? 0)
    const name = isScalar(key) ? String(key.value) : ''
    if (!isScalar(key) || !isKey(name)) {
      findings.push(finding('FRONTMATTER', 'unknown-key', at, name))
      continue
    }
    const read = readValue(keys[name], value)
    if (read === undefined && !broken) findings.push(finding('FRONTMATTER', keys[name], at, name))
    else if (read !== null) values[name] = read
    for (const scalar of isSeq(value) ? value.items : [value]) {
      findings.push(...refusedInScalar(scalar, yaml, placeOf))
    }
  }
  return { values: values as FrontMatter, findings }
}

function isKey(name: string): name is Key {
  return Object.hasOwn(keys, name)
}

/** The value, null where there is none, undefined where it is of another kind. */
function readValue(kind: (typeof keys)[Key], node: unknown): unknown {
  if (isScalar(node) && node.value === null && !node.anchor && !node.tag) return null
  if (kind === 'text') return textOf(node)
  if (kind === 'number') return numberOf(node)
  if (!isSeq(node)) return oneTag(textOf(node))
  if (node.anchor || node.tag) return undefined
  const items = node.items.map(textOf)
  return items.includes(undefined) ? undefined : items
}

/** Text, and a number as it is written, since who writes `title: 2024` means text. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.anchor || node.tag) return undefined
  if (typeof node.value === 'number') return node.source
  return typeof node.value === 'string' ? node.value : undefined
}

function numberOf(node: unknown): number | undefined {
  const text = textOf(node)
  if (isScalar(node) && typeof node.value === 'number' && text !== undefined) {
    return Number.isFinite(node.value) ? node.value : undefined
  }
  return text !== undefined && /^[-+]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** One tag may stand without brackets. Whether a comma would divide two is not for us to say. */
function oneTag(text: string | undefined): string[] | undefined {
  return text === undefined || /[,，、;；]/.test(text) ? undefined : [text]
}
