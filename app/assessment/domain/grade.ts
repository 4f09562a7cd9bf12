import { normaliseText, parseNumber } from '#app/assessment/domain/normalise.ts'
import { rightSides } from '#app/assessment/domain/present.ts'
import type { Response } from '#app/assessment/domain/response.ts'
import type { Filled } from '#app/assessment/domain/variant.ts'
import { type Bilingual, inLocale, type Locale } from '#app/shared/domain/text.ts'

/** How a part of a question was judged wrongly: left out, taken, put or paired where it was not to be. */
export type Slip = 'missed' | 'mistaken' | 'misplaced' | 'mismatched'

/** What an answer is told: of `part` (its author's id), or of the answer as a whole. */
export type Comment = { text: string; part?: string; slip?: Slip }

/** `normalised` is the answer in one canonical spelling, for storing and for counting answers. */
export type Grade = { correct: boolean; feedback: Comment[]; normalised: string }

type Of<T extends Filled['type']> = Extract<Filled, { type: T }>
type Said = { text: Bilingual | undefined; part?: string; slip?: Slip }
type Verdict = { correct: boolean; feedback: Said[]; normalised: string }

const said = (text: Bilingual | undefined): Said => ({ text })
const saidOf = (slip: Slip, { id, feedback }: { id: string; feedback?: Bilingual | undefined }) => {
  return { text: feedback, part: id, slip }
}

/** Each choice judged wrongly (taken though wrong, left though right) explains itself. */
function gradeChoices(question: Of<'single'> | Of<'multiple'>, chosen: string[]): Verdict {
  const taken = question.choices.filter((c) => chosen.includes(c.id))
  const misjudged = question.choices.filter((c) => c.correct !== chosen.includes(c.id))
  const correct = misjudged.length === 0
  const normalised = taken
    .map((c) => c.id)
    .sort()
    .join(',')
  // Of a single choice that is wrong, the one that was taken says all there is to say.
  const wrong = question.type === 'single' ? taken : misjudged
  const feedback = correct
    ? taken.map(({ id, feedback }) => ({ text: feedback, part: id }))
    : wrong.map((c) => saidOf(c.correct ? 'missed' : 'mistaken', c))
  return { correct, feedback, normalised }
}

function gradeOrder(question: Of<'order'>, order: string[]): Verdict {
  const misplaced = question.steps.filter((step, i) => order[i] !== step.id)
  const correct = misplaced.length === 0
  const feedback = correct
    ? [said(question.feedback?.right)]
    : [said(question.feedback?.wrong), ...misplaced.map((step) => saidOf('misplaced', step))]
  return { correct, feedback, normalised: order.join('>') }
}

function gradeMatch(question: Of<'match'>, chosen: Record<string, string>): Verdict {
  const sides = rightSides(question)
  const text = (id: string | undefined) => sides.find((side) => side.id === id)?.text
  // By what it says, not by id: two pairs may share a right side that reads the same.
  const wrong = question.pairs.filter((pair) => {
    const given = text(chosen[pair.id])
    return given?.['zh-CN'] !== pair.right['zh-CN'] || given?.en !== pair.right.en
  })
  const correct = wrong.length === 0
  const feedback = correct
    ? [said(question.feedback?.right)]
    : [said(question.feedback?.wrong), ...wrong.map((pair) => saidOf('mismatched', pair))]
  const normalised = question.pairs.map(({ id }) => `${id}=${chosen[id] ?? ''}`).sort()
  return { correct, feedback, normalised: normalised.join(',') }
}

function gradeNumber(question: Of<'number'>, written: string): Verdict {
  const value = parseNumber(written, question.unit)
  const near = (answer: number) =>
    // A hair more than the tolerance, so that 0.3 and 0.1 + 0.2 are one number.
    value !== null &&
    Math.abs(value - answer) <= question.tolerance + 1e-9 * Math.max(1, Math.abs(answer))
  const normalised = value === null ? normaliseText(written) : String(value)
  if (near(question.answer))
    return { correct: true, feedback: [said(question.feedback?.right)], normalised }
  const known = question.wrong.find((w) => near(w.answer))
  return {
    correct: false,
    feedback: [said(known?.feedback ?? question.feedback?.wrong)],
    normalised,
  }
}

function gradeShort(question: Of<'short'>, written: string): Verdict {
  const normalised = normaliseText(written)
  const among = (answers: string[]) => answers.some((a) => normaliseText(a) === normalised)
  if (among(question.accept))
    return { correct: true, feedback: [said(question.feedback?.right)], normalised }
  const known = question.wrong.find((w) => among(w.answers))
  return {
    correct: false,
    feedback: [said(known?.feedback ?? question.feedback?.wrong)],
    normalised,
  }
}

function judge(question: Filled, response: Response): Verdict {
  if (question.type === 'single' && response.type === 'single')
    return gradeChoices(question, [response.choice])
  if (question.type === 'multiple' && response.type === 'multiple')
    return gradeChoices(question, response.choices)
  if (question.type === 'order' && response.type === 'order')
    return gradeOrder(question, response.order)
  if (question.type === 'match' && response.type === 'match')
    return gradeMatch(question, response.pairs)
  if (question.type === 'number' && response.type === 'number')
    return gradeNumber(question, response.text)
  if (question.type === 'short' && response.type === 'short')
    return gradeShort(question, response.text)
  throw new TypeError(`a ${response.type} response to a ${question.type} question`)
}

/**
 * Grades `response` to `question` (its variant filled in). Feedback is in `locale`, in the order
 * the author wrote it; for test items, which need none, it may be empty. Throws a TypeError when
 * the response is to another type of question, which `readResponse` never gives.
 */
export function gradeResponse(question: Filled, response: Response, locale: Locale): Grade {
  const { correct, feedback, normalised } = judge(question, response)
  const shown = feedback.flatMap<Comment>(({ text, ...about }) =>
    text === undefined ? [] : [{ text: inLocale(text, locale), ...about }],
  )
  return { correct, feedback: shown, normalised }
}

/** The response that the author's key asks for: what content checks and tests grade as correct. */
export function keyResponse(question: Filled): Response {
  switch (question.type) {
    case 'single':
      return { type: 'single', choice: question.choices.find((c) => c.correct)?.id ?? '' }
    case 'multiple': {
      const right = question.choices.filter((c) => c.correct).map((c) => c.id)
      return { type: 'multiple', choices: right.sort() }
    }
    case 'order':
      return { type: 'order', order: question.steps.map((s) => s.id) }
    case 'match': {
      const sides = rightSides(question)
      const same = (a: Bilingual, b: Bilingual) => a['zh-CN'] === b['zh-CN'] && a.en === b.en
      const sideOf = (right: Bilingual) => sides.find((s) => same(s.text, right))?.id ?? ''
      return {
        type: 'match',
        pairs: Object.fromEntries(question.pairs.map((p) => [p.id, sideOf(p.right)])),
      }
    }
    case 'number':
      return { type: 'number', text: String(question.answer) }
    case 'short':
      return { type: 'short', text: question.accept[0] ?? '' }
  }
}
