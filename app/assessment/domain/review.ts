import { type Comment, gradeResponse, type Slip } from '#app/assessment/domain/grade.ts'
import { type Placed, placeParts } from '#app/assessment/domain/present.ts'
import type { Question } from '#app/assessment/domain/question.ts'
import type { Response } from '#app/assessment/domain/response.ts'
import { type Filled, fillVariant } from '#app/assessment/domain/variant.ts'
import { inLocale, type Locale } from '#app/shared/domain/text.ts'

/** A choice, step or pair of an answered question, with what its answer says of it. */
export type ReviewedPart = {
  key: string
  text: string
  /** Chosen; steps and pairs always are. */
  mine: boolean
  /** What it was paired with. */
  paired?: string
  slip?: Slip
  comments: string[]
}

/** An answered question as it was shown, with the answer and what was said to it. */
export type Review = {
  type: Question['type']
  prompt: string
  correct: boolean
  /** Choices in their order, steps in the order given; empty for typed answers. */
  parts: ReviewedPart[]
  /** What was typed, with its unit. */
  typed: string | null
  /** How many right choices were left out. Not which: another try is to mean something. */
  missing: number
  /** What the answer as a whole is told. */
  remarks: string[]
}

/** The parts in the order in which the answer shows them, and which of them it chose. */
function arrange(parts: Placed[], response: Response): { part: Placed; mine: boolean }[] {
  switch (response.type) {
    case 'single':
      return parts.map((part) => ({ part, mine: part.id === response.choice }))
    case 'multiple':
      return parts.map((part) => ({ part, mine: response.choices.includes(part.id) }))
    case 'order':
      return response.order.flatMap((id) => {
        const part = parts.find((each) => each.id === id)
        return part ? [{ part, mine: true }] : []
      })
    default:
      return parts.map((part) => ({ part, mine: true }))
  }
}

function typedText(question: Filled, response: Response, locale: Locale): string | null {
  if (!('text' in response)) return null
  const unit = question.type === 'number' && question.unit && inLocale(question.unit, locale)
  return unit ? `${response.text} ${unit}` : response.text
}

const textsOf = (comments: Comment[]) => comments.map(({ text }) => text)

/**
 * `response` to the question as `seed` showed it, for its person to read again. Nothing says which
 * parts are right but those of one's own answer; authors' ids stay behind, as in `presentQuestion`.
 */
export function reviewAnswer(
  question: Question,
  seed: string,
  response: Response,
  locale: Locale,
): Review {
  const filled = fillVariant(question, seed)
  const { parts, rights } = placeParts(filled, seed)
  const { correct, feedback } = gradeResponse(filled, response, locale)
  const said = feedback.filter(({ slip }) => slip !== 'missed')
  return {
    type: filled.type,
    prompt: inLocale(filled.prompt, locale),
    correct,
    parts: arrange(parts, response).map(({ part: { key, id, text }, mine }) => {
      const own = said.filter(({ part }) => part === id)
      const slip = own.find((comment) => comment.slip)?.slip
      const right = response.type === 'match' && rights.find((r) => r.id === response.pairs[id])
      return {
        key,
        text: inLocale(text, locale),
        mine,
        ...(right ? { paired: inLocale(right.text, locale) } : {}),
        ...(slip ? { slip } : {}),
        comments: textsOf(own),
      }
    }),
    typed: typedText(filled, response, locale),
    missing: feedback.length - said.length,
    remarks: textsOf(said.filter(({ part }) => part === undefined)),
  }
}
