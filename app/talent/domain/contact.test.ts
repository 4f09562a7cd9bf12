import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answer,
  answerDue,
  answerJustGiven,
  contactStanding,
  isNews,
  isOpen,
  mayAnswer,
  mayRecall,
  maySeeName,
} from './contact.ts'
import { consentAnswers, consentSides } from './kinds.ts'

const day = 24 * 60 * 60 * 1000
const request = { at: 0, expiresAt: answerDue(0) }
const answer = (side: Answer['side'], what: Answer['answer'], days: number): Answer => ({
  side,
  answer: what,
  at: days * day,
})
const state = (days: number, ...answers: Answer[]) =>
  contactStanding(request, answers, days * day).state

describe('the notice after an answer', () => {
  it('shows while the request stands as the answer left it, and not on a later visit', () => {
    const yes = answer('person', 'accepted', 3)
    const agreed = answer('unit', 'accepted', 5)
    const back = answer('person', 'withdrawn', 6)
    expect(answerJustGiven('person', 'accepted', state(3, yes))).toBe('accepted')
    expect(answerJustGiven('unit', 'accepted', state(5, yes, agreed))).toBe('accepted')
    expect(answerJustGiven('person', 'accepted', state(5, yes, agreed))).toBeUndefined()
    expect(answerJustGiven('unit', 'accepted', state(6, yes, agreed, back))).toBeUndefined()
    expect(answerJustGiven('person', 'withdrawn', state(6, yes, agreed, back))).toBe('withdrawn')
  })

  it('never shows for a word the address made up', () => {
    for (const claimed of [null, 'sent', '<b>']) {
      expect(answerJustGiven('person', claimed, 'waiting-unit')).toBeUndefined()
    }
  })
})

describe('a contact request', () => {
  it('waits for the person, then for the unit, then opens the name', () => {
    const yes = answer('person', 'accepted', 3)
    const agreed = answer('unit', 'accepted', 5)
    expect(state(1)).toBe('waiting-person')
    expect(state(3, yes)).toBe('waiting-unit')
    expect(state(5, yes, agreed)).toBe('accepted')
    expect(state(4, yes, agreed)).toBe('waiting-unit')
    expect(maySeeName(state(400, yes, agreed))).toBe(true)
  })

  it('gives each side fourteen days of its own', () => {
    expect(state(13.9)).toBe('waiting-person')
    expect(state(14)).toBe('expired')
    const late = answer('person', 'accepted', 14)
    expect(state(15, late)).toBe('expired')
    const yes = answer('person', 'accepted', 13)
    expect(state(26.9, yes)).toBe('waiting-unit')
    expect(state(27, yes)).toBe('expired')
    expect(state(28, yes, answer('unit', 'accepted', 27.5))).toBe('expired')
  })

  it('ends when either declines, or takes a yes back', () => {
    const yes = answer('person', 'accepted', 1)
    const agreed = answer('unit', 'accepted', 2)
    expect(state(2, answer('person', 'declined', 1))).toBe('declined')
    expect(state(2, yes, answer('unit', 'declined', 2))).toBe('declined')
    expect(state(4, yes, agreed, answer('person', 'withdrawn', 3))).toBe('withdrawn')
    expect(state(4, yes, agreed, answer('unit', 'withdrawn', 3))).toBe('withdrawn')
    expect(state(4, yes, answer('person', 'withdrawn', 3))).toBe('withdrawn')
  })

  it('ends when who asked takes it back, but not once both have agreed', () => {
    const yes = answer('person', 'accepted', 1)
    const agreed = answer('unit', 'accepted', 3)
    const back = answer('requester', 'withdrawn', 2)
    expect(state(2, back)).toBe('recalled')
    expect(state(4, yes, back, agreed)).toBe('recalled')
    expect(state(5, yes, agreed, answer('requester', 'withdrawn', 4))).toBe('accepted')
    expect(mayRecall('accepted')).toBe(false)
  })

  it('is news from its last answer until it is read, which changes nothing else', () => {
    const news = (days: number, ...answers: Answer[]) =>
      isNews({ state: state(days, ...answers), answers })
    const yes = answer('person', 'accepted', 1)
    const agreed = answer('unit', 'accepted', 2)
    const read = answer('requester', 'read', 3)
    expect([news(1), news(1, yes), news(2, yes, agreed)]).toEqual([false, false, true])
    expect(news(3, yes, agreed, read)).toBe(false)
    expect(state(3, yes, agreed, read)).toBe('accepted')
    expect(news(4, yes, agreed, read, answer('unit', 'withdrawn', 4))).toBe(true)
    expect(news(2, answer('requester', 'withdrawn', 2))).toBe(false)
  })

  it('is not opened by the unit alone', () => {
    expect(state(2, answer('unit', 'accepted', 1))).toBe('waiting-person')
  })

  const anyAnswer = fc.record({
    side: fc.constantFrom(...consentSides),
    answer: fc.constantFrom(...consentAnswers),
    at: fc.integer({ min: 0, max: 40 * day }),
  })
  const byRequester = fc.record({
    side: fc.constant('requester' as const),
    answer: fc.constantFrom('withdrawn' as const, 'read' as const),
    at: fc.integer({ min: 0, max: 40 * day }),
  })
  const answers = fc.array(fc.oneof(anyAnswer, byRequester), { maxLength: 8 })

  it('shows a name only while both sides stand by a yes, and does not reopen', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 50 * day }), (given, now) => {
        const standing = contactStanding(request, given, now)
        const heard = given.filter(({ at }) => at <= now)
        if (standing.state === 'accepted') {
          for (const side of consentSides) {
            expect(heard.some((a) => a.side === side && a.answer === 'accepted')).toBe(true)
          }
          expect(heard.some((a) => a.side === 'person' && a.answer !== 'accepted')).toBe(false)
        }
        if (!isOpen(standing.state)) {
          const later = contactStanding(request, given, now + 100 * day)
          expect(later.state).toBe(standing.state)
        }
      }),
    )
  })

  it('moves only by answers that were allowed', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 6 }), (given) => {
        const heard: Answer[] = []
        for (const next of [...given].sort((a, b) => a.at - b.at)) {
          const before = contactStanding(request, heard, next.at).state
          const allowed = mayAnswer(next.side, before).includes(next.answer)
          const after = contactStanding(request, [...heard, next], next.at).state
          if (allowed) {
            expect(after).not.toBe(before)
            heard.push(next)
          }
        }
      }),
    )
  })
})
