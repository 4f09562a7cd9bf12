import {
  type ConsentAnswer,
  type ConsentSide,
  consentAnswers,
  type RequestSide,
  type RequestStep,
} from './kinds.ts'

/** How long each side has to answer, in days. */
export const answerDays = 14
const day = 24 * 60 * 60 * 1000

/** `withdrawn`: a side took its yes back; `recalled`: who asked took the request back. */
export const contactStates = [
  'waiting-person',
  'waiting-unit',
  'accepted',
  'declined',
  'withdrawn',
  'recalled',
  'expired',
] as const
export type ContactState = (typeof contactStates)[number]

/** Times are UTC milliseconds. */
export type Answer = { side: RequestSide; answer: RequestStep; at: number }

/** Where a request stands; `until` is when the side that is asked must have answered. */
export type ContactStanding = { state: ContactState; until?: number }

/** When an answer is due that was asked for at `at`. */
export function answerDue(at: number): number {
  return at + answerDays * day
}

const final = new Set<ContactState>(['declined', 'withdrawn', 'recalled', 'expired'])

function next({ state, until }: ContactStanding, { side, answer, at }: Answer): ContactStanding {
  if (final.has(state)) return { state }
  if (answer === 'read') return { state, until }
  if (until !== undefined && at >= until) return { state: 'expired' }
  if (side === 'requester') return mayRecall(state) ? { state: 'recalled' } : { state, until }
  if (side === 'person') {
    if (answer === 'withdrawn') return { state: 'withdrawn' }
    if (answer === 'declined') return { state: state === 'accepted' ? 'withdrawn' : 'declined' }
    return state === 'waiting-person'
      ? { state: 'waiting-unit', until: answerDue(at) }
      : { state, until }
  }
  // A unit is asked only once the person agreed.
  if (state === 'waiting-person') return { state, until }
  if (answer === 'accepted') return { state: 'accepted' }
  return { state: answer === 'withdrawn' || state === 'accepted' ? 'withdrawn' : 'declined' }
}

/**
 * The standing of a request made at `request.at`, at `now`. First the person has until `expiresAt`,
 * then the unit has its own time; an answer that comes late changes nothing. What ended stays
 * ended.
 */
export function contactStanding(
  request: { at: number; expiresAt: number },
  answers: readonly Answer[],
  now: number,
): ContactStanding {
  const ordered = [...answers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
  const start: ContactStanding = { state: 'waiting-person', until: request.expiresAt }
  const standing = ordered.reduce(next, start)
  if (standing.until !== undefined && now >= standing.until) return { state: 'expired' }
  return standing
}

/** What a side may answer while a request stands so. */
export function mayAnswer(side: ConsentSide, state: ContactState): readonly ConsentAnswer[] {
  if (state === (side === 'person' ? 'waiting-person' : 'waiting-unit')) {
    return ['accepted', 'declined']
  }
  if (state === 'accepted') return ['withdrawn']
  return side === 'person' && state === 'waiting-unit' ? ['withdrawn'] : []
}

/** Whether who asked may take the request back: until both sides have answered. */
export function mayRecall(state: ContactState): boolean {
  return state === 'waiting-person' || state === 'waiting-unit'
}

type Answered = { state: ContactState; answers: readonly Answer[] }

/** When the person or the unit last answered; undefined where neither has. */
export function answeredAt({ answers }: Answered): number | undefined {
  const times = answers.flatMap(({ side, at }) => (side === 'requester' ? [] : [at]))
  return times.length > 0 ? Math.max(...times) : undefined
}

/** Whether the answer is complete, yes or no, and who asked has not read it. */
export function isNews(request: Answered): boolean {
  const { state, answers } = request
  if (state !== 'accepted' && state !== 'declined' && state !== 'withdrawn') return false
  const at = answeredAt(request)
  return at !== undefined && !answers.some((step) => step.answer === 'read' && step.at >= at)
}

/** How a request stands straight after an answer of each side. */
const standsAfter = {
  person: { accepted: 'waiting-unit', declined: 'declined', withdrawn: 'withdrawn' },
  unit: { accepted: 'accepted', declined: 'declined', withdrawn: 'withdrawn' },
} as const satisfies Record<ConsentSide, Record<ConsentAnswer, ContactState>>

/**
 * The answer that an address claims was just given (`?done=accepted`), while the request still
 * stands as that answer left it; otherwise undefined, and the page says nothing of it.
 */
export function answerJustGiven(
  side: ConsentSide,
  claimed: string | null,
  state: ContactState,
): ConsentAnswer | undefined {
  const answer = consentAnswers.find((one) => one === claimed)
  return answer && standsAfter[side][answer] === state ? answer : undefined
}

/** Whether the request may still lead to a name: what a withdrawal from the pool has to end. */
export function isOpen(state: ContactState): boolean {
  return !final.has(state)
}

/** Whether the requester may see the name, phone and e-mail now. */
export function maySeeName(state: ContactState): boolean {
  return state === 'accepted'
}
