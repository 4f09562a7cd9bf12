import { LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { explainProblem } from '#app/learning/domain/gate/explain.ts'
import type { Finding } from '#app/learning/domain/gate/problem.ts'
import { refusedInScalar } from '#app/learning/gate-scalar.server.ts'
import type { ContentProblem } from './domain/content-problem.ts'

type Place = { line: number; column: number }
/** Where the value at a path of a document begins; where it is missing, the nearest around it. */
export type PlaceOf = (path: PropertyKey[]) => Place
type Read<T> = { value?: T; problems: ContentProblem[]; placeOf: PlaceOf }

/** A schema's complaint, as zod gives it. */
export type SchemaIssue = z.core.$ZodIssue

/** A complaint of the yaml package; `rest`: the line it is about, from there on. */
export type SyntaxFault = { code: string; message: string; rest: string }

/** How problems are put into words. */
export type YamlWords = {
  syntax(fault: SyntaxFault): string
  schema(issue: SchemaIssue): string
  tooLong(): string
  /** Of a character that no text may hold, which the gate refuses in lessons too. */
  character(found: Finding): string
}

/** For the command line: short, in English, with the path of the value. */
const plainWords: YamlWords = {
  syntax: ({ message }) => message.split('\n')[0] ?? '',
  schema: ({ path, message }) => {
    const where = path.map(String).join('.')
    return where ? `${where}: ${message}` : message
  },
  tooLong: () => 'too long',
  character: (found) => explainProblem(found, 'en'),
}

/** Beyond this no YAML file of ours goes, and the parser would only burn time. */
const maxLength = 2_000_000

/**
 * A YAML text checked by a schema. Problems name the line and column of the value they are about, in
 * `words`. Aliases and custom tags are refused: with them a small file can hold a great deal.
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
  words: YamlWords = plainWords,
): Read<z.infer<S>> {
  const top = { line: 1, column: 1 }
  if (text.length > maxLength) {
    return { problems: [problem(file, 'YAML', top, words.tooLong())], placeOf: () => top }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true })
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const placeOf: PlaceOf = (path) => placeAt(offsetOf(document, path))
  const sources = text.split('\n')
  const broken = told(document.errors, document.warnings).map(({ code, message, pos }) => {
    const at = placeAt(pos[0])
    const rest = (sources[at.line - 1] ?? '').slice(at.column - 1).trim()
    return problem(file, 'YAML', at, words.syntax({ code, message, rest }))
  })
  visit(document, {
    Scalar(_key, node) {
      for (const found of refusedInScalar(node, text, placeAt)) {
        broken.push(problem(file, found.code, found, words.character(found)))
      }
    },
  })
  if (broken.length > 0) return { problems: broken, placeOf }
  const parsed = schema.safeParse(toPlain(document), { reportInput: true })
  if (parsed.success) return { value: parsed.data, problems: [], placeOf }
  const problems = parsed.error.issues.map((issue) =>
    problem(file, 'SCHEMA', placeOf(issue.path), words.schema(issue)),
  )
  return { problems, placeOf }
}

/** Errors after which the parser still knows where it is. */
const harmless = new Set(['DUPLICATE_KEY', 'BAD_DQ_ESCAPE'])

/**
 * The complaints worth telling, in order. Once the structure is lost, the parser takes every line that
 * follows for something it is not, so what it says of those would lead an author astray.
 */
function told(errors: YAMLError[], warnings: YAMLError[]): YAMLError[] {
  const all = [...errors, ...warnings].sort((a, b) => a.pos[0] - b.pos[0])
  const lost = all.findIndex(({ code }) => !harmless.has(code))
  return lost === -1 ? all : all.slice(0, lost + 1)
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
  { line, column }: Place,
  message: string,
): ContentProblem {
  return { file, code, line, column, message, severity: 'error' }
}
