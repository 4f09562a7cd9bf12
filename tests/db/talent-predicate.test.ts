import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { barAgainst, type TierBar } from '#app/talent/domain/contact-rules.ts'
import { contractKinds } from '#app/talent/domain/kinds.ts'
import { compareMatches, type Held, matchNeed, missingMust } from '#app/talent/domain/match.ts'
import { eachOnce, emptyNeed, type Need, startOfDay } from '#app/talent/domain/need.ts'
import { whiteHatRoles } from '#app/white-hat/domain/roles.ts'
import { write } from '#db/client.server.ts'
import { countIn, listIn } from '#db/talent/find.server.ts'
import { compileNeed, ordinaryPool, whiteHatPool } from '#db/talent/predicate.server.ts'
import { personSkills, registryContracts, registryEntries } from '#db/talent/tables.server.ts'
import { whiteHatEntries, whiteHatSkills } from '#db/white-hat/tables.server.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const now = Date.UTC(2026, 10, 22)
const day = 24 * 60 * 60 * 1000
const codes = ['a', 'b', 'c'] as const
const skillLevel = fc.record({
  skill: fc.constantFrom(...codes),
  level: fc.integer({ min: 1, max: 4 }),
})
const wanted = fc.array(skillLevel, { maxLength: 3 }).map(eachOnce)

const needs: fc.Arbitrary<Need> = fc.record({
  must: wanted,
  nice: wanted,
  tiers: fc.subarray([...tiers]),
  region: fc.constantFrom('', '99', '9901', '990101'),
  staffKinds: fc.subarray([...staffKinds]),
  contracts: fc.subarray([...contractKinds], { maxLength: 2 }),
  evidenceMonths: fc.constantFrom(0, 0, 12),
  availableBy: fc.constantFrom('', '', '2027-01-01'),
})

const held: fc.Arbitrary<Held> = fc.record({
  level: fc.integer({ min: 1, max: 4 }),
  confidence: fc.double({ min: 0.5, max: 1, noNaN: true }),
  evidenceAt: fc.constantFrom(now - 30 * day, now - 400 * day),
})
const entries = fc.array(
  fc.record({
    tier: fc.constantFrom(...tiers),
    regionCode: fc.constantFrom('990000', '990100', '990101', '980101'),
    staffKind: fc.constantFrom(...staffKinds),
    availableFrom: fc.constantFrom(null, startOfDay('2027-01-01'), startOfDay('2027-01-02')),
    contracts: fc.subarray([...contractKinds]),
    skills: fc.dictionary(fc.constantFrom(...codes), held),
  }),
  { minLength: 1, maxLength: 8 },
)
type Entry = (typeof entries extends fc.Arbitrary<infer T> ? T : never)[number]

const words = { 'zh-CN': '示例', en: 'Sample' }
const bars: TierBar[] = [
  {
    ...{ id: 'sample', kind: 'never-from-tiers', words, source: words },
    ...{ contracts: ['secondment', 'permanent'], tiers: ['county', 'township', 'central'] },
  },
]

/** What the need means, said once more without SQL. */
function naive(
  need: Need,
  entry: Entry,
  { knowsEngagement, anyKindIn }: { knowsEngagement: boolean; anyKindIn: string[] },
): 'hit' | 'near' | 'no' {
  const asksEngagement = need.contracts.length > 0 || need.availableBy !== ''
  const fits =
    (need.tiers.length === 0 || need.tiers.includes(entry.tier)) &&
    (need.staffKinds.length === 0 ||
      need.staffKinds.includes(entry.staffKind) ||
      anyKindIn.some((prefecture) => entry.regionCode.startsWith(prefecture))) &&
    entry.regionCode.startsWith(need.region) &&
    (knowsEngagement || !asksEngagement) &&
    (need.contracts.length === 0 ||
      need.contracts.some((kind) => {
        return entry.contracts.includes(kind) && !barAgainst(bars, kind, entry.tier)
      })) &&
    (need.availableBy === '' || (entry.availableFrom ?? 0) <= startOfDay(need.availableBy))
  if (!fits) return 'no'
  const match = matchNeed(need, new Map(Object.entries(entry.skills)), now)
  if (match.must.met === match.must.of) return 'hit'
  return missingMust(match) ? 'near' : 'no'
}

async function emptyPools() {
  await write(async (tx) => {
    for (const table of [
      personSkills,
      registryContracts,
      registryEntries,
      whiteHatSkills,
      whiteHatEntries,
    ]) {
      await tx.delete(table)
    }
  })
}
afterEach(emptyPools)

let place: Awaited<ReturnType<typeof anOrganisation>> | undefined
const made: string[] = []
async function personAt(index: number): Promise<string> {
  place ??= await anOrganisation()
  while (made.length <= index) made.push((await aPerson({ unit: place })).personId)
  return made[index]!
}

async function fillOrdinary(all: Entry[]) {
  for (const [index, { contracts, skills, ...entry }] of all.entries()) {
    const personId = await personAt(index)
    await write(async (tx) => {
      await tx.insert(registryEntries).values({
        ...{ ...entry, personId, code: personId, grade: '' },
        ...{ unitId: place!.id, personState: 'active' },
      })
      for (const contract of contracts) {
        await tx.insert(registryContracts).values({ personId, contract })
      }
      for (const [skill, level] of Object.entries(skills)) {
        const row = { ...level, personId, skill, diagnostic: false, asOf: now }
        await tx.insert(personSkills).values(row)
      }
    })
  }
}

async function fillWhiteHat(all: Entry[]) {
  await write(async (tx) => {
    for (const [index, { tier, regionCode, staffKind, skills }] of all.entries()) {
      const codeName = `W${index}`
      await tx
        .insert(whiteHatEntries)
        .values({ codeName, role: whiteHatRoles[0], tier, regionCode, staffKind })
      for (const [skill, level] of Object.entries(skills)) {
        await tx.insert(whiteHatSkills).values({ ...level, codeName, skill })
      }
    }
  })
}

describe.each([
  ['the ordinary pool', ordinaryPool, fillOrdinary, (index: number) => made[index]!],
  ['the pool of white hats', whiteHatPool, fillWhiteHat, (index: number) => `W${index}`],
] as const)('a need over %s', (_, pool, fill, keyOf) => {
  it('counts, lists and ranks what it means in plain words', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        entries,
        fc.array(needs, { minLength: 8, maxLength: 8 }),
        async (all, asked) => {
          await emptyPools()
          await fill(all)
          for (const [index, need] of asked.entries()) {
            const anyKindIn = index % 2 ? ['9901'] : []
            const compiled = compileNeed(need, pool, now, { bars, anyKindIn })
            for (const [kind, condition] of [
              ['hit', compiled.hits],
              ['near', compiled.nearMisses],
            ] as const) {
              const expected = all
                .flatMap((entry, index) => {
                  const match = matchNeed(need, new Map(Object.entries(entry.skills)), now)
                  const means = naive(need, entry, {
                    knowsEngagement: pool === ordinaryPool,
                    anyKindIn,
                  })
                  return means === kind ? [{ key: keyOf(index), code: keyOf(index), match }] : []
                })
                .sort((a, b) => compareMatches(a.match, b.match) || (a.code < b.code ? -1 : 1))
              expect(await countIn(compiled, condition)).toBe(expected.length)
              expect(await listIn(compiled, condition, { limit: 9 })).toEqual(expected)
              const page = { limit: 2, offset: 1 }
              expect(await listIn(compiled, condition, page)).toEqual(expected.slice(1, 3))
            }
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('finds everyone when it asks for nothing', async () => {
    await fill(fc.sample(entries, { numRuns: 1, seed: 7 })[0]!)
    const compiled = compileNeed(emptyNeed, pool, now)
    expect(await countIn(compiled, compiled.hits)).toBeGreaterThan(0)
    expect(await countIn(compiled, compiled.nearMisses)).toBe(0)
  })
})
