import type { Question } from '#app/assessment/domain/question.ts'
import { hash32 } from '#app/shared/domain/seeded.ts'

type NumberFilled<Q> = Q extends { wrong: (infer W)[] }
  ? Omit<Q, 'answer' | 'wrong' | 'variants'> & {
      answer: number
      wrong: (Omit<W, 'answer'> & { answer: number })[]
    }
  : never

/** A question with one variant's values in place: no `{{name}}` is left and answers are numbers. */
export type Filled<Q extends Question = Question> = Q extends { type: 'number' }
  ? NumberFilled<Q>
  : Omit<Q, 'variants'>

type Variant = Record<string, string | number>

const blank = /\{\{(\w+)\}\}/g

function fill(value: unknown, variant: Variant): unknown {
  if (typeof value === 'string')
    return value.replace(blank, (whole, name: string) => String(variant[name] ?? whole))
  if (Array.isArray(value)) return value.map((part) => fill(part, variant))
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, fill(part, variant)]),
    )
  return value
}

function fillWith(question: Question, variant: Variant): Filled {
  const { variants: _, ...rest } = question
  const filled = fill(rest, variant) as Filled
  if (filled.type !== 'number') return filled
  return {
    ...filled,
    answer: Number(filled.answer),
    wrong: filled.wrong.map((w) => ({ ...w, answer: Number(w.answer) })),
  }
}

/**
 * `question` with the variant that `seed` picks (hash of seed and question id, modulo their
 * number) written into every text and answer. A name that the variant lacks stays as `{{name}}`;
 * `questionProblems` finds those before anything is published.
 */
export function fillVariant(question: Question, seed: string): Filled {
  const { variants } = question
  const index = variants ? hash32(`${seed}/${question.id}/variant`) % variants.length : 0
  return fillWith(question, variants?.[index] ?? {})
}

function repeated(ids: string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id '${id}' is used twice`)
}

function shapeProblems(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const right = question.choices.filter((c) => c.correct).length
      const ids = repeated(question.choices.map((c) => c.id))
      if (question.type === 'single' && right !== 1)
        return [...ids, `${right} right choices, not 1`]
      return right === 0 ? [...ids, 'no right choice'] : ids
    }
    case 'order':
      return repeated(question.steps.map((s) => s.id))
    case 'match':
      return repeated([...question.pairs, ...question.distractors].map((p) => p.id))
    default:
      return []
  }
}

/** What the schema cannot say about a question, in words for its author; empty when it is sound. */
export function questionProblems(question: Question): string[] {
  const problems = shapeProblems(question)
  for (const [i, variant] of (question.variants ?? [{}]).entries()) {
    const filled = fillWith(question, variant)
    const left = new Set([...JSON.stringify(filled).matchAll(blank)].map((found) => found[0]))
    for (const name of left) problems.push(`variant ${i + 1} has no value for ${name}`)
    if (filled.type === 'number') {
      const answers = [filled.answer, ...filled.wrong.map((w) => w.answer)]
      if (!answers.every(Number.isFinite)) problems.push(`variant ${i + 1}: an answer is no number`)
    }
  }
  return problems
}
