import type { QuestionFault } from '#app/assessment/domain/variant.ts'
import { explainProblem } from '#app/learning/domain/gate/explain.ts'
import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { SchemaIssue, SyntaxFault, YamlWords } from './yaml-file.server.ts'

/** Causes that an author can act on; the rest are told to look at quotes, colons and indentation. */
const syntaxWords: Record<string, () => string> = {
  BAD_INDENT: m.authoring_yaml_indent,
  TAB_AS_INDENT: m.authoring_yaml_tab,
  DUPLICATE_KEY: m.authoring_yaml_duplicate,
  MISSING_CHAR: m.authoring_yaml_missing,
  BLOCK_AS_IMPLICIT_KEY: m.authoring_yaml_colon,
  BAD_SCALAR_START: m.authoring_yaml_start,
  BAD_DQ_ESCAPE: m.authoring_yaml_escape,
}

/** What is wrong with a line that should be a name with its value, and has no colon that counts. */
function colonWords(rest: string): string {
  const line = rest.replace(/\s+#.*$/, '')
  const [, name = ''] = /^([\w-]+)(?:\s*$|\s*：|:\S)/.exec(line) ?? []
  if (!name) return m.authoring_yaml_line()
  if (line === name) return m.authoring_yaml_no_colon({ name })
  return line.includes('：')
    ? m.authoring_yaml_wide_colon({ name })
    : m.authoring_yaml_space({ name })
}

/** The yaml package has one code for several things; its message tells them apart. */
function syntaxWord({ code, message, rest }: SyntaxFault): string {
  if (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys need')) {
    return colonWords(rest)
  }
  // The colon it did not expect is in the next line, which is indented like a part of this one.
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !rest.includes(': ')) return m.authoring_yaml_deep()
  if (message.startsWith('Sequence item without')) return m.authoring_yaml_indent()
  return (syntaxWords[code] ?? m.authoring_yaml_other)()
}

/** `quizzes.0.questions.1.choices.2.text` as an author would say it. */
function whereIn(path: PropertyKey[]): string {
  const words: string[] = []
  for (const [index, key] of path.entries()) {
    if (typeof key !== 'number') continue
    const number = String(key + 1)
    const list = path[index - 1]
    if (list === 'quizzes') words.push(m.authoring_quiz_nth({ number }))
    else if (list === 'questions') words.push(m.authoring_question_nth({ number }))
    else words.push(m.authoring_entry_nth({ list: String(list), number }))
  }
  const last = path.at(-1)
  if (typeof last === 'string' && path.length > 1) words.push(`“${last}”`)
  return words.join(' › ')
}

function reasonOf(issue: SchemaIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return m.authoring_schema_missing()
      return m.authoring_schema_type({ kind: kindWord(issue.expected) })
    case 'unrecognized_keys':
      return m.authoring_schema_unknown({ keys: issue.keys.join(', ') })
    case 'too_small':
      return m.authoring_schema_few({ count: String(issue.minimum) })
    case 'too_big':
      return m.authoring_schema_many({ count: String(issue.maximum) })
    case 'invalid_format':
      return m.authoring_schema_format()
    case 'invalid_union':
      return m.authoring_schema_kind()
    default:
      return m.authoring_schema_value()
  }
}

function kindWord(expected: string): string {
  if (expected === 'string') return m.authoring_kind_text()
  if (expected === 'array') return m.authoring_kind_list()
  if (expected === 'object' || expected === 'record') return m.authoring_kind_object()
  if (expected === 'boolean') return m.authoring_kind_boolean()
  return m.authoring_kind_number()
}

/** Problems of `quiz.yaml` in the words of a trainer, in the language of the page. */
export const quizWords: YamlWords = {
  syntax: syntaxWord,
  schema: (issue) => {
    if (issue.path.length === 0 && issue.code === 'invalid_type') return m.authoring_schema_top()
    const where = whereIn(issue.path)
    const reason = reasonOf(issue)
    return where ? m.authoring_schema_at({ where, reason }) : reason
  },
  tooLong: () => m.authoring_yaml_long(),
  character: (found) => explainProblem(found, currentLocale()),
}

/** A fault of a question, likewise. */
export function explainFault(question: string, fault: QuestionFault): string {
  switch (fault.kind) {
    case 'repeated-id':
      return m.authoring_fault_repeated({ question, id: fault.id })
    case 'right-choices':
      return m.authoring_fault_right({ question, count: String(fault.count) })
    case 'no-right-choice':
      return m.authoring_fault_none({ question })
    case 'no-value': {
      const { name } = fault
      return m.authoring_fault_value({ question, variant: String(fault.variant), name })
    }
    case 'not-a-number':
      return m.authoring_fault_number({ question, variant: String(fault.variant) })
  }
}
