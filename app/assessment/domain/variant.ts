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

/** What the schema cannot say about a question; `variant` counts from 1. */
export type QuestionFault =
  | { kind: 'repeated-id'; id: string }
  | { kind: 'right-choices'; count: number }
  | { kind: 'no-right-choice' }
  | { kind: 'no-value'; variant: number; name: string }
  | { kind: 'not-a-number'; variant: number }

function repeated(ids: string[]): QuestionFault[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => ({ kind: 'repeated-id', id }))
}

function shapeFaults(question: Question): QuestionFault[] {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const count = question.choices.filter((c) => c.correct).length
      const ids = repeated(question.choices.map((c) => c.id))
      if (question.type === 'single' && count !== 1)
        return [...ids, { kind: 'right-choices', count }]
      return count === 0 ? [...ids, { kind: 'no-right-choice' }] : ids
    }
    case 'order':
      return repeated(question.steps.map((s) => s.id))
    case 'match':
      return repeated([...question.pairs, ...question.distractors].map((p) => p.id))
    default:
      return []
  }
}

/** Everything wrong with a question that its schema let through; empty when it is sound. */
export function questionFaults(question: Question): QuestionFault[] {
  const faults = shapeFaults(question)
  for (const [i, values] of (question.variants ?? [{}]).entries()) {
    const variant = i + 1
    const filled = fillWith(question, values)
    const left = new Set([...JSON.stringify(filled).matchAll(blank)].map((found) => found[0]))
    for (const name of left) faults.push({ kind: 'no-value', variant, name })
    if (filled.type === 'number') {
      const answers = [filled.answer, ...filled.wrong.map((w) => w.answer)]
      if (!answers.every(Number.isFinite)) faults.push({ kind: 'not-a-number', variant })
    }
  }
  return faults
}

function inWords(fault: QuestionFault): string {
  switch (fault.kind) {
    case 'repeated-id':
      return `id '${fault.id}' is used twice`
    case 'right-choices':
      return `${fault.count} right choices, not 1`
    case 'no-right-choice':
      return 'no right choice'
    case 'no-value':
      return `variant ${fault.variant} has no value for ${fault.name}`
    case 'not-a-number':
      return `variant ${fault.variant}: an answer is no number`
  }
}

/** The same in English, for the command line. */
export function questionProblems(question: Question): string[] {
  return questionFaults(question).map(inWords)
}
