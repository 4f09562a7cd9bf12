import type { Question } from '#app/assessment/domain/question.ts'
import { type Filled, fillVariant } from '#app/assessment/domain/variant.ts'
import { seededShuffle } from '#app/shared/domain/seeded.ts'
import { type Bilingual, inLocale, type Locale } from '#app/shared/domain/text.ts'

/**
 * What of a question may reach a browser. Keys such as 'c1' count places on the page; authors'
 * own ids stay on the server, since 'first' or 'right-answer' would give the answer away.
 */
export type Presented = { id: string; prompt: string } & (
  | { type: 'single' | 'multiple'; choices: Option[] }
  | { type: 'order'; steps: Option[] }
  | { type: 'match'; lefts: Option[]; rights: Option[] }
  | { type: 'number'; unit?: string }
  | { type: 'short' }
)
export type Option = { key: string; text: string }

/** A place on the page and what the author calls the thing shown there. */
export type Placed = { key: string; id: string; text: Bilingual }

function place(things: { id: string; text: Bilingual }[], prefix: string): Placed[] {
  return things.map(({ id, text }, i) => ({ key: `${prefix}${i + 1}`, id, text }))
}

/** The right sides of a match, distractors too. Two that read the same are one to the reader. */
export function rightSides(question: Filled & { type: 'match' }) {
  const sides = [
    ...question.pairs.map(({ id, right }) => ({ id, text: right })),
    ...question.distractors,
  ]
  const same = (a: Bilingual, b: Bilingual) => a['zh-CN'] === b['zh-CN'] && a.en === b.en
  return sides.filter((side, i) => sides.findIndex((s) => same(s.text, side.text)) === i)
}

/**
 * Which key stands for which part of `question` under `seed`: choices, steps and right sides are
 * shuffled ('c1', 'c2' …; rights 'r1' …), left sides keep their order. Empty for typed answers.
 */
export function placeParts(question: Filled, seed: string): { parts: Placed[]; rights: Placed[] } {
  const mix = <T>(list: T[]) => seededShuffle(list, `${seed}/${question.id}/order`)
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { parts: place(mix(question.choices), 'c'), rights: [] }
    case 'order':
      return { parts: place(mix(question.steps), 'c'), rights: [] }
    case 'match': {
      const lefts = question.pairs.map(({ id, left }) => ({ id, text: left }))
      return { parts: place(lefts, 'c'), rights: place(mix(rightSides(question)), 'r') }
    }
    default:
      return { parts: [], rights: [] }
  }
}

/**
 * `question` under the name of its place in a form. Authors' ids say what an item is about
 * ('sort-without-desc'), and form fields are named by them.
 */
export function atPosition(question: Question, position: number): Question {
  return { ...question, id: String(position) }
}

/**
 * The question as `seed` shows it, in `locale`: its variant filled in, its parts shuffled. Fields
 * are named one by one, so a field added for graders never leaves by itself.
 */
export function presentQuestion(question: Question, seed: string, locale: Locale): Presented {
  const filled = fillVariant(question, seed)
  const { parts, rights } = placeParts(filled, seed)
  const option = ({ key, text }: Placed): Option => ({ key, text: inLocale(text, locale) })
  const head = { id: filled.id, prompt: inLocale(filled.prompt, locale) }
  switch (filled.type) {
    case 'single':
    case 'multiple':
      return { ...head, type: filled.type, choices: parts.map(option) }
    case 'order':
      return { ...head, type: 'order', steps: parts.map(option) }
    case 'match':
      return { ...head, type: 'match', lefts: parts.map(option), rights: rights.map(option) }
    case 'number':
      return filled.unit
        ? { ...head, type: 'number', unit: inLocale(filled.unit, locale) }
        : { ...head, type: 'number' }
    case 'short':
      return { ...head, type: 'short' }
  }
}
