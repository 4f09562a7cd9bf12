import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { type Cell, cellsOf, describeCell, type Member } from './cells.ts'

const least = 5
const skills = ['log-analysis', 'log-forensics', 'threat-hunting']
const may = Date.UTC(2026, 4, 20)

function aMember(personId: string, levels: Record<string, number>, regionCode = '990101'): Member {
  const held = Object.entries(levels).map(([skill, level]) => {
    const skillHeld = { level, confidence: 0.87, evidenceAt: may, kind: 'attestation' as const }
    return [skill, skillHeld] as const
  })
  return { personId, tier: 'county', regionCode, staffKind: 'civil-servant', skills: new Map(held) }
}
const some = (count: number, levels: Record<string, number>, region?: string) =>
  Array.from({ length: count }, (_, i) => aMember(`${JSON.stringify(levels)}${i}`, levels, region))

const population: fc.Arbitrary<Cell> = fc.array(
  fc.record({
    personId: fc.uuid(),
    tier: fc.constantFrom(...tiers),
    regionCode: fc.constantFrom('990000', '990100', '990101', '990201', '980101'),
    staffKind: fc.constantFrom(...staffKinds),
    skills: fc
      .dictionary(
        fc.constantFrom(...skills),
        fc.record({
          level: fc.integer({ min: 1, max: 4 }),
          confidence: fc.double({ min: 0.5, max: 1, noNaN: true }),
          evidenceAt: fc.integer({ min: may - 10 ** 11, max: may }),
          kind: fc.constantFrom('attestation' as const, 'supervised-test' as const),
        }),
      )
      .map((held) => new Map(Object.entries(held))),
  }),
  { maxLength: 60 },
)

describe('cells', () => {
  it('hold everyone once, at least five together; fewer people make none', () => {
    fc.assert(
      fc.property(population, (people) => {
        const cells = cellsOf(people, skills, least)
        expect(cells.flat()).toHaveLength(people.length < least ? 0 : people.length)
        if (people.length < least) return
        expect(new Set(cells.flat())).toEqual(new Set(people))
        for (const cell of cells) expect(cell.length).toBeGreaterThanOrEqual(least)
      }),
    )
  })

  it('are described by what is true of each in them', () => {
    fc.assert(
      fc.property(population, (people) => {
        for (const cell of cellsOf(people, skills, least)) {
          const said = describeCell(cell, skills)
          for (const member of cell) {
            if (said.tier) expect(member.tier).toBe(said.tier)
            if (said.staffKind) expect(member.staffKind).toBe(said.staffKind)
            expect(member.regionCode.startsWith(said.regionCode.replace(/(00)+$/, ''))).toBe(true)
            for (const { skill, level, confidence, evidenceAt, kind } of said.skills) {
              const held = member.skills.get(skill)!
              expect(held.level).toBeGreaterThanOrEqual(level)
              expect(held.confidence + 1e-9).toBeGreaterThanOrEqual(confidence)
              expect(held.evidenceAt).toBeGreaterThanOrEqual(evidenceAt)
              if (kind) expect(held.kind).toBe(kind)
            }
          }
        }
      }),
    )
  })

  it('do not depend on the order in which people are listed', () => {
    fc.assert(
      fc.property(population, (people) => {
        const ids = (cells: Cell[]) => cells.map((c) => c.map((p) => p.personId).sort()).sort()
        const turned = cellsOf([...people].reverse(), skills, least)
        expect(ids(turned)).toEqual(ids(cellsOf(people, skills, least)))
      }),
    )
  })

  it('keep a level that five reach, and lose one that four reach', () => {
    const withFive = cellsOf(
      [...some(5, { 'log-forensics': 3 }), ...some(6, { 'log-analysis': 1 })],
      skills,
      least,
    )
    const [experts] = withFive.filter((cell) => cell.some((p) => p.skills.has('log-forensics')))
    expect(describeCell(experts!, skills).skills).toEqual([
      {
        ...{ skill: 'log-forensics', level: 3, confidence: 0.8 },
        ...{ evidenceAt: Date.UTC(2026, 3, 1), kind: 'attestation' },
      },
    ])
    const withFour = cellsOf(
      [...some(4, { 'log-forensics': 3 }), ...some(6, { 'log-forensics': 2 })],
      skills,
      least,
    )
    expect(withFour).toHaveLength(1)
    expect(describeCell(withFour[0]!, skills).skills.map(({ level }) => level)).toEqual([2])
  })

  it('say the prefecture, the province or nothing, as far as it is shared', () => {
    const at = (...regions: string[]) =>
      describeCell(
        regions.flatMap((region) => some(3, {}, region)),
        skills,
      ).regionCode
    expect(at('990101', '990102')).toBe('990100')
    expect(at('990101', '990201')).toBe('990000')
    expect(at('990101', '980101')).toBe('')
  })
})
