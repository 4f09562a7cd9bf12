import type { Expression, Program, SpreadElement } from 'estree'

export type Literal = string | number | boolean
/** What an attribute may hold. */
export type AttributeLiteral = Literal | Literal[]

/** What stands between braces: nothing but comments, a literal, or something a lesson must not hold. */
export type Braces = 'comment' | 'refused' | { value: AttributeLiteral }

/**
 * Reads the program that the parser attached to a pair of braces, without running any of it. Literals
 * are texts (a template without `${}` is one), numbers, `true`, `false` and a flat array of these;
 * `null`, big integers and regular expressions are not.
 */
export function readBraces(program: Program | null | undefined): Braces {
  if (!program) return 'refused'
  const [statement, ...others] = program.body
  if (!statement) return 'comment'
  if (others.length > 0 || statement.type !== 'ExpressionStatement') return 'refused'
  const value = readExpression(statement.expression)
  return value === undefined ? 'refused' : { value }
}

function readExpression(expression: Expression): AttributeLiteral | undefined {
  if (expression.type !== 'ArrayExpression') return readLiteral(expression)
  const values = expression.elements.map((element) => element && readLiteral(element))
  return values.every((value) => value !== undefined && value !== null) ? values : undefined
}

function readLiteral(expression: Expression | SpreadElement): Literal | undefined {
  if (expression.type === 'TemplateLiteral') {
    const [only] = expression.quasis
    return expression.expressions.length === 0 ? (only?.value.cooked ?? undefined) : undefined
  }
  if (expression.type !== 'Literal' || 'regex' in expression || 'bigint' in expression) {
    return undefined
  }
  const { value } = expression
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return plain ? value : undefined
}
