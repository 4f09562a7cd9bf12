import { describe, expect, it } from 'vitest'
import { emptyNeed, type Need } from '#app/talent/domain/need.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { searchRegistry } from '#db/talent/search.server.ts'
import { anOrganisation } from '#tests/factories.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aPool, aTalentWorld, hasShown, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

// An officer above puts two searches side by side, to read off a code what no row shows.

withDatabase()

async function ask(actor: Reader, asked: Partial<Need>, place: 'own' | 'below' = 'below') {
  const need = { ...emptyNeed, ...asked }
  const { hits, nearMisses, coarse } = await searchRegistry(actor, {
    ...{ need, place, page: 1, at: Date.now() },
  })
  return { ids: hits.found.map(({ key }) => key).sort(), near: nearMisses?.found, coarse }
}

/** A county of seven, and in the county beside it one person. */
async function aLonePerson() {
  const { city, county, superior } = await aTalentWorld()
  await aPool(county, 7)
  const beside = await anOrganisation({ parent: city, regionCode: '990102' })
  const [lone] = await aPool(beside, 1)
  return { city, county, beside, superior, lone: lone!.personId }
}

describe('two masked searches', () => {
  it('do not differ by the one person of a county', async () => {
    const { superior, lone, beside } = await aLonePerson()
    const all = await ask(superior, { region: '9901' })
    expect(all.ids).toHaveLength(8)
    expect(all.coarse).toMatchObject({ anyCounty: false })
    for (const region of ['990101', '990102', '990100']) {
      const one = await ask(superior, { region })
      expect(one.ids).toEqual(all.ids)
      expect(one.coarse).toMatchObject({ anyCounty: true })
    }
    const officer = await aNamedPerson({ unit: beside, roles: ['learner', 'hr-officer'] })
    expect((await ask(officer.reader, { region: '990102' }, 'own')).ids).toEqual([lone])
  })

  it('do so where each county is large enough', async () => {
    const { superior, beside } = await aLonePerson()
    await aPool(beside, 4)
    const { ids, coarse } = await ask(superior, { region: '990102' })
    expect(ids).toHaveLength(5)
    expect(coarse).toMatchObject({ anyCounty: false })
  })

  it('do not differ by the one person of a kind of staff, in hits and near misses', async () => {
    const { county, superior, officer } = await aTalentWorld()
    await aPool(county, 7)
    const { reader } = await aNamedPerson({ unit: county, staffKind: 'reference-managed' })
    await hasShown(reader, 'data-sql', 3)
    await optsIn(reader)
    const all = await ask(superior, {})
    expect(all.ids).toHaveLength(8)
    for (const must of [[], [{ skill: 'data-sql', level: 4 }]]) {
      const any = await ask(superior, { must })
      for (const staffKinds of [
        ['reference-managed'],
        ['civil-servant', 'institution-staff'],
      ] as const) {
        const asked = await ask(superior, { must, staffKinds: [...staffKinds] })
        expect(asked.ids).toEqual(any.ids)
        expect(asked.near?.map(({ key }) => key)).toEqual(any.near?.map(({ key }) => key))
        expect(asked.coarse).toMatchObject({ anyKindIn: ['9901'] })
      }
    }
    const own = await ask(officer, { staffKinds: ['reference-managed'] }, 'own')
    expect(own.ids).toEqual([reader.personId])
  })

  it('do not tell the day on which somebody is available, only the month', async () => {
    const { county, superior } = await aTalentWorld()
    await aPool(county, 5)
    const { reader } = await aNamedPerson({ unit: county })
    await optsIn(reader, ['temporary-posting'], '2999-03-15')
    const found = async (availableBy: string) =>
      (await ask(superior, { availableBy })).ids.includes(reader.personId)
    expect(await found('2999-02-28')).toBe(false)
    for (const day of ['2999-03-01', '2999-03-14', '2999-03-15', '2999-03-31']) {
      expect(await found(day), day).toBe(true)
    }
  })
})
