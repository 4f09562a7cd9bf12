import type { Question } from './question.ts'

/** Every text of a question in which `{{name}}` may stand. */
function textsOf(question: Question): string {
  return JSON.stringify({ ...question, variants: undefined })
}

function faultsOfKey(question: Question): string[] {
  if (question.type === 'single') {
    const right = question.choices.filter(({ correct }) => correct).length
    return right === 1 ? [] : [`a single-choice question has one right choice, this has ${right}`]
  }
  if (question.type === 'multiple') {
    const right = question.choices.filter(({ correct }) => correct).length
    const total = question.choices.length
    return right > 0 && right < total ? [] : ['some choices are right and some are not']
  }
  return []
}

function partsOf(question: Question): { id: string }[] {
  if ('choices' in question) return question.choices
  if ('steps' in question) return question.steps
  return 'pairs' in question ? [...question.pairs, ...question.distractors] : []
}

function repeated(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/**
 * What the schema cannot say about a question: how many choices are right, ids used twice, and
 * variants that leave a `{{name}}` without a value or bring one that stands nowhere.
 */
export function questionFaults(question: Question): string[] {
  const faults = faultsOfKey(question)
  faults.push(...repeated(partsOf(question).map(({ id }) => id)).map((id) => `'${id}' is used twice`))
  const named = new Set([...textsOf(question).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))
  const variants = question.variants ?? []
  if (variants.length === 0 && named.size > 0) faults.push('{{…}} stands here but there are no variants')
  for (const [index, variant] of variants.entries()) {
    const given = new Set(Object.keys(variant))
    for (const name of named) {
      if (!given.has(name)) faults.push(`variant ${index + 1} has no value for {{${name}}}`)
    }
    for (const name of given) {
      if (!named.has(name)) faults.push(`variant ${index + 1}: {{${name}}} stands nowhere`)
    }
  }
  return faults
}
