import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { contractKinds } from './kinds.ts'
import {
  eachOnce,
  emptyNeed,
  formatNeed,
  mostSkills,
  type Need,
  parseNeed,
  searchAddress,
} from './need.ts'

const skill = fc.constantFrom('data-sql', 'data-quality', 'log-analysis', 'open-data', 'x1')
const wanted = fc
  .array(fc.record({ skill, level: fc.integer({ min: 1, max: 4 }) }), { maxLength: mostSkills })
  .map(eachOnce)

const need: fc.Arbitrary<Need> = fc
  .record({
    must: wanted,
    nice: wanted,
    tiers: fc.subarray([...tiers]),
    region: fc.constantFrom('', '99', '9901', '990101'),
    staffKinds: fc.subarray([...staffKinds]),
    contracts: fc.subarray([...contractKinds]),
    evidenceMonths: fc.integer({ min: 0, max: 120 }),
    availableBy: fc.constantFrom('', '2027-01-31', '2028-02-29'),
  })
  .map((made) => ({
    ...made,
    nice: made.nice.filter(
      (n) => !made.must.some((m) => m.skill === n.skill && m.level >= n.level),
    ),
  }))

describe('a need in a query string', () => {
  it('comes back the same', () => {
    fc.assert(
      fc.property(need, (made) => {
        const text = formatNeed(made).toString()
        expect(parseNeed(new URLSearchParams(text))).toEqual({ ok: true, value: made })
      }),
    )
  })

  it('is read from a form with empty rows', () => {
    const form = 'must=&must-level=2&must=data-sql&must-level=3&nice=&nice-level=1&region=&by='
    expect(parseNeed(new URLSearchParams(form))).toEqual({
      ok: true,
      value: { ...emptyNeed, must: [{ skill: 'data-sql', level: 3 }] },
    })
  })

  it('keeps the higher level of a skill named twice, and no nice that a must covers', () => {
    const form =
      'must=a&must-level=2&must=a&must-level=3&nice=a&nice-level=3&nice=b&nice-level=1&nice=a&nice-level=4'
    const parsed = parseNeed(new URLSearchParams(form))
    expect(parsed.ok && parsed.value.must).toEqual([{ skill: 'a', level: 3 }])
    expect(parsed.ok && parsed.value.nice).toEqual([
      { skill: 'a', level: 4 },
      { skill: 'b', level: 1 },
    ])
  })

  it.each([
    ['must=data-sql&must-level=5', 'skills'],
    ['must=data-sql', 'skills'],
    ["must='; drop table&must-level=1", 'skills'],
    [Array.from({ length: 9 }, (_, i) => `must=s${i}&must-level=1`).join('&'), 'skills'],
    ['tier=village', 'places'],
    ['region=9', 'places'],
    ['region=99%25', 'places'],
    ['contract=forever', 'contracts'],
    ['months=-1', 'evidence-age'],
    ['by=2027-02-30', 'date'],
  ])('refuses %s', (query, problem) => {
    expect(parseNeed(new URLSearchParams(query))).toEqual({ ok: false, error: problem })
  })
})

describe('the way back to a search', () => {
  it('is the search itself, or an empty one for who came another way', () => {
    const query =
      'must=data-sql&must-level=2&search=1&place=below&purpose=%E4%B8%93%E7%8F%AD&page=2'
    expect(searchAddress(query)).toBe(`/talent?${query}#results`)
    expect(searchAddress('purpose=%E4%B8%93%E7%8F%AD')).toBe('/talent')
  })

  it('never leaves the search page', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(new URL(searchAddress(query), 'http://here.example').host).toBe('here.example')
        expect(searchAddress(query)).toMatch(/^\/talent(\?|$)/)
      }),
    )
  })
})
