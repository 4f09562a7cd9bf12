import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tiers } from '#app/organisation/domain/organisation.ts'
import { contactRules, tierBars } from './contact-rules.server.ts'
import {
  barAgainst,
  contactRulesFile,
  daysAfterNo,
  type Engagement,
  rulesAgainst,
  standingNo,
} from './domain/contact-rules.ts'
import { contractKinds } from './domain/kinds.ts'

const asked: Engagement = {
  contract: 'secondment',
  tier: 'prefecture',
  secretPost: false,
  years: null,
}
const ids = (change: Partial<Engagement>) =>
  rulesAgainst(contactRules, { ...asked, ...change }).map(({ id }) => id)

describe('the rules as shipped', () => {
  it('second nobody out of a county or township unit', () => {
    expect(ids({ tier: 'county' })).toEqual(['no-secondment-from-counties'])
    expect(ids({ tier: 'township' })).toEqual(['no-secondment-from-counties'])
    expect(ids({ tier: 'prefecture' })).toEqual([])
    expect(ids({ tier: 'county', contract: 'temporary-posting' })).toEqual([])
  })

  it('keep contract civil servants out of posts that touch state secrets', () => {
    const fixed = { contract: 'fixed-term', years: 3 } as const
    expect(ids({ ...fixed, secretPost: true })).toEqual(['no-fixed-term-in-secret-posts'])
    expect(ids({ ...fixed, secretPost: false })).toEqual([])
  })

  it.each([null, 0, 6, 0.5])('refuse a fixed term of %s years', (years) => {
    expect(ids({ contract: 'fixed-term', years })).toEqual(['fixed-term-of-one-to-five-years'])
  })

  it('allow one to five years', () => {
    for (const years of [1, 5]) expect(ids({ contract: 'fixed-term', years })).toEqual([])
    expect(ids({ contract: 'secondment', years: null })).toEqual([])
  })

  it('say where they are written, in both languages', () => {
    for (const { words, source } of contactRules) {
      expect(Object.keys(words)).toEqual(['zh-CN', 'en'])
      expect(source['zh-CN'].length).toBeGreaterThan(10)
    }
  })
})

describe('a no', () => {
  const day = 24 * 60 * 60 * 1000
  const declined = (at: number) => ({
    state: 'declined' as const,
    answers: [{ side: 'person' as const, answer: 'declined' as const, at }],
  })

  it('stands for its days from the newest answer, and then no more', () => {
    const requests = [declined(0), declined(5 * day)]
    const until = (5 + daysAfterNo) * day
    expect(standingNo(requests, 6 * day)).toEqual({ at: 5 * day, until })
    expect(standingNo(requests, until - 1)).toBeDefined()
    expect(standingNo(requests, until)).toBeUndefined()
  })

  it('is neither a yes, nor silence, nor a request taken back', () => {
    for (const state of ['accepted', 'expired', 'recalled', 'waiting-unit'] as const) {
      expect(standingNo([{ ...declined(0), state }], day)).toBeUndefined()
    }
    expect(standingNo([], day)).toBeUndefined()
  })
})

describe('any rules', () => {
  const engagement = fc.record({
    contract: fc.constantFrom(...contractKinds),
    tier: fc.constantFrom(...tiers),
    secretPost: fc.boolean(),
    years: fc.option(fc.integer({ min: 0, max: 8 })),
  })

  it('never allow more when one is added', () => {
    fc.assert(
      fc.property(engagement, fc.subarray([...contactRules]), (asked, fewer) => {
        const against = rulesAgainst(contactRules, asked)
        for (const rule of rulesAgainst(fewer, asked)) expect(against).toContain(rule)
      }),
    )
  })

  it('name the bar on a tier exactly where asking is refused whatever is asked', () => {
    fc.assert(
      fc.property(engagement, (asked) => {
        const refused = rulesAgainst(contactRules, asked).map(({ id }) => id)
        const bar = barAgainst(tierBars, asked.contract, asked.tier)
        if (bar) expect(refused).toContain(bar.id)
        else {
          const best = { ...asked, secretPost: false, years: 3 }
          expect(rulesAgainst(contactRules, best)).toEqual([])
        }
      }),
    )
  })

  it('are refused when a field is misspelt, an id is used twice or years run backwards', () => {
    const [rule] = contactRules
    const file = (rules: unknown[]) => contactRulesFile.safeParse({ version: '1', rules }).success
    expect(file([rule])).toBe(true)
    expect(file([rule, rule])).toBe(false)
    expect(file([{ ...rule, tier: 'county' }])).toBe(false)
    const term = { ...contactRules[2], years: { from: 5, to: 1 } }
    expect(file([term])).toBe(false)
  })
})
