import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ContentProblem } from './domain/content-problem.ts'

type Read<T> = { value?: T; problems: ContentProblem[] }

/** Beyond this no YAML file of ours goes, and the parser would only burn time. */
const maxLength = 2_000_000

/**
 * A YAML text checked by a schema. Problems name the line and column of the value they are about.
 * Aliases and custom tags are refused: with them a small file can hold a great deal.
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
): Read<z.infer<S>> {
  if (text.length > maxLength) return { problems: [problem(file, 'YAML', 1, 1, 'too long')] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true })
  const broken = [...document.errors, ...document.warnings].map(({ message, linePos }) => {
    const [start] = linePos ?? []
    return problem(file, 'YAML', start?.line ?? 1, start?.col ?? 1, message.split('\n')[0] ?? '')
  })
  if (broken.length > 0) return { problems: broken }
  const parsed = schema.safeParse(toPlain(document))
  if (parsed.success) return { value: parsed.data, problems: [] }
  const problems = parsed.error.issues.map(({ path, message }) => {
    const { line, col } = lines.linePos(offsetOf(document, path))
    const where = path.map(String).join('.')
    return problem(file, 'SCHEMA', line, col, where ? `${where}: ${message}` : message)
  })
  return { problems }
}

function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

/** Where the value at `path` begins; where it is missing, the nearest thing around it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0])
    }
  }
  return 0
}

function problem(
  file: string,
  code: string,
  line: number,
  column: number,
  message: string,
): ContentProblem {
  return { file, code, line, column, message, severity: 'error' }
}
