import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type StaffKind, staffKinds } from '#app/organisation/domain/organisation.ts'
import { type Coarsened, coarsen, type Group } from './coarsen.ts'
import { emptyNeed, startOfDay } from './need.ts'
import { leastShown } from './suppression.ts'

const at = Date.UTC(2026, 10, 22)
const counties = ['990100', '990101', '990102', '990201', '990202'] as const

const groups: fc.Arbitrary<Group[]> = fc
  .array(
    fc.record({
      regionCode: fc.constantFrom(...counties),
      staffKind: fc.constantFrom(...staffKinds),
      count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 })),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((made) => [...new Map(made.map((g) => [`${g.regionCode} ${g.staffKind}`, g])).values()])

type Person = { regionCode: string; staffKind: StaffKind }
const peopleOf = (made: Group[]): Person[] =>
  made.flatMap(({ count, ...who }) => Array.from({ length: count }, () => who))

const finds = ({ need, anyKindIn }: Coarsened, { regionCode, staffKind }: Person) =>
  regionCode.startsWith(need.region) &&
  (need.staffKinds.length === 0 ||
    need.staffKinds.includes(staffKind) ||
    anyKindIn.some((prefecture) => regionCode.startsWith(prefecture)))

/** Every condition on what is hidden that can be put to `visible`, a province or a prefecture. */
const conditions = (visible: string) =>
  ['', ...counties.filter((county) => visible.length === 4 && county.startsWith(visible))].flatMap(
    (county) =>
      [[], ...staffKinds.map((kind) => [kind]), [...staffKinds].slice(1)].map((kinds) => ({
        ...{ ...emptyNeed, region: county || visible, staffKinds: kinds },
      })),
  )

function answers(made: Group[], visible: string) {
  const people = peopleOf(made)
  return conditions(visible).map((need) => {
    const asked = made.filter(({ regionCode }) => regionCode.startsWith(need.region.slice(0, 4)))
    const coarse = coarsen(need, asked, at)
    return people.map((person) => finds(coarse, person))
  })
}

describe('lists that differ in what no row shows', () => {
  it.each(['99', '9901', '9902'])('never differ by one to four people (%s)', (visible) => {
    fc.assert(
      fc.property(groups, (made) => {
        const lists = answers(made, visible)
        for (const one of lists) {
          for (const other of lists) {
            const only = one.filter((found, index) => found && !other[index]).length
            expect(only === 0 || only >= leastShown).toBe(true)
          }
        }
      }),
    )
  })

  it('leave everyone alike with four more of the prefecture, however many are crossed', () => {
    fc.assert(
      fc.property(groups, (made) => {
        const people = peopleOf(made).filter(({ regionCode }) => regionCode.startsWith('9901'))
        const lists = answers(
          made.filter(({ regionCode }) => regionCode.startsWith('9901')),
          '9901',
        )
        const seen = people.map((_, index) => lists.map((list) => list[index]).join())
        for (const one of seen) {
          const alike = seen.filter((other) => other === one).length
          expect(alike >= leastShown || alike === people.length).toBe(true)
        }
      }),
    )
  })
})

const kinds = (regionCode: string, ...counts: number[]): Group[] =>
  counts.flatMap((count, index) => {
    return count ? [{ regionCode, staffKind: staffKinds[index]!, count }] : []
  })
const asked = { ...emptyNeed, region: '990101', staffKinds: [staffKinds[1]] }

test('where every group is large enough, each condition holds as it was asked', () => {
  const large = [...kinds('990101', 5, 5), ...kinds('990102', 6)]
  expect(coarsen(asked, large, at)).toEqual({
    ...{ need: asked, anyKindIn: [], anyCounty: false, byMonth: false },
  })
})

test('a county of one, or one of a kind, is answered with the whole prefecture', () => {
  const lone = [...kinds('990101', 7), ...kinds('990102', 1)]
  expect(coarsen(asked, lone, at)).toMatchObject({
    ...{ need: { region: '9901' }, anyCounty: true, anyKindIn: [] },
  })
  const odd = kinds('990101', 7, 1)
  expect(coarsen(asked, odd, at)).toMatchObject({
    ...{ need: { region: '990101' }, anyCounty: false, anyKindIn: ['9901'] },
  })
})

test('a prefecture that cannot be divided by kind leaves the others as they are', () => {
  const made = [...kinds('990101', 7, 1), ...kinds('990201', 5, 5)]
  const need = { ...asked, region: '99' }
  expect(coarsen(need, made, at)).toMatchObject({ need: { region: '99' }, anyKindIn: ['9901'] })
})

test('days are answered as months, and days that have come as now', () => {
  const by = (day: string) => coarsen({ ...emptyNeed, availableBy: day }, [], at).need.availableBy
  expect([by('2027-02-01'), by('2027-02-27'), by('2026-12-31')]).toEqual([
    ...['2027-02-28', '2027-02-28', '2026-12-31'],
  ])
  expect(by('2020-05-05')).toBe('2026-11-30')
  fc.assert(
    fc.property(
      fc.date({ min: new Date(at), max: new Date('2030-01-01'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(by(day).slice(0, 7)).toBe(day.slice(0, 7))
        expect(startOfDay(by(day))).toBeGreaterThanOrEqual(startOfDay(day))
      },
    ),
  )
})
