import { describe, expect, it } from 'vitest'
import { emptyNeed, type Need } from '#app/talent/domain/need.ts'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listChain } from '#db/audit/queries.server.ts'
import { read, write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { listLooks, recordSearch } from '#db/talent/access-log.server.ts'
import { findEntry, findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { withdrawConsent } from '#db/talent/leaving.server.ts'
import { listTiersInSight } from '#db/talent/region-queries.server.ts'
import { giveConsent } from '#db/talent/registry-commands.server.ts'
import { searchRegistry } from '#db/talent/search.server.ts'
import { registryConsents, registryContracts } from '#db/talent/tables.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aPool, aTalentWorld, hasShown, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const need: Need = { ...emptyNeed, must: [{ skill: 'data-sql', level: 3 }] }
const search = async (actor: Reader, place: SearchPlace, asked: Need = need) => {
  const found = await searchRegistry(actor, { need: asked, place, page: 1, at: Date.now() })
  return { ...found, ids: found.hits.found.map(({ key }) => key) }
}
const profile = { availableFrom: '', contracts: ['secondment' as const] }

describe('consent', () => {
  it('is visible in search at once when given, and at once when withdrawn', async () => {
    const { county, superior, officer } = await aTalentWorld()
    const others = await aPool(county, 5)
    const { reader } = await aNamedPerson({ unit: county })
    await hasShown(reader, 'data-sql', 3)
    expect((await search(officer, 'own')).ids).not.toContain(reader.personId)

    await giveConsent(reader.personId, profile, newId())
    expect((await search(officer, 'own')).ids).toContain(reader.personId)
    expect((await search(superior, 'below')).ids).toContain(reader.personId)

    await withdrawConsent(reader.personId)
    expect((await search(officer, 'own')).ids.sort()).toEqual(
      others.map(({ personId }) => personId).sort(),
    )
    expect((await search(superior, 'below')).ids).not.toContain(reader.personId)
  })

  it('gives a new code each time, and leaves nothing of the old one', async () => {
    const { county, officer } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await optsIn(reader)
    const first = (await findOwnEntry(reader.personId))?.entry.code ?? ''
    expect(first).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    await withdrawConsent(reader.personId)
    expect(await findEntry(officer, first)).toBeUndefined()
    const contracts = await read()
      .select()
      .from(registryContracts)
      .where(eq(registryContracts.personId, reader.personId))
    expect(contracts).toEqual([])
    await optsIn(reader)
    expect((await findOwnEntry(reader.personId))?.entry.code).not.toBe(first)
  })

  it('sent twice with one key is given once; sent again it changes the profile alone', async () => {
    const { county } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    const key = newId()
    await giveConsent(reader.personId, profile, key)
    await giveConsent(reader.personId, profile, key)
    const before = await findOwnEntry(reader.personId)
    const later = { availableFrom: '2027-01-01', contracts: ['fixed-term' as const] }
    await giveConsent(reader.personId, later, newId())
    const after = await findOwnEntry(reader.personId)
    expect(after?.entry.code).toBe(before?.entry.code)
    expect(after?.entry.contracts).toEqual(['fixed-term'])
    expect(after?.entry.availableFrom).toBe(Date.UTC(2027, 0, 1))
    const consents = await read()
      .select()
      .from(registryConsents)
      .where(eq(registryConsents.personId, reader.personId))
    expect(consents).toHaveLength(1)
  })

  it('finds nobody who has left, whatever the entry says', async () => {
    const { county, officer } = await aTalentWorld()
    const [one] = await aPool(county, 1)
    await write((tx) =>
      tx.update(people).set({ state: 'left' }).where(eq(people.id, one!.personId)),
    )
    expect((await search(officer, 'own')).ids).toEqual([])
  })
})

describe('who sees what', () => {
  it('suppresses fewer than five outside the own unit, with the list, and rounds others', async () => {
    const { county, superior, officer } = await aTalentWorld()
    await aPool(county, 4)
    expect((await search(superior, 'below')).hits).toEqual({
      count: { kind: 'too-few' },
      found: [],
      pages: 0,
    })
    expect((await search(officer, 'own')).hits.count).toEqual({ kind: 'exact', count: 4 })
    await aPool(county, 4)
    const seen = await search(superior, 'below')
    expect(seen.hits.count).toEqual({ kind: 'about', count: 10 })
    expect(seen.hits.found).toHaveLength(8)
  })

  it('suppresses near misses the same way', async () => {
    const { county, superior } = await aTalentWorld()
    await aPool(county, 5)
    await aPool(county, 4, { skill: 'data-sql', level: 2 })
    const seen = await search(superior, 'below')
    expect(seen.nearMisses?.count).toEqual({ kind: 'too-few' })
    expect(seen.nearMisses?.found).toEqual([])
    await aPool(county, 1, { skill: 'data-sql', level: 1 })
    expect((await search(superior, 'below')).nearMisses?.found).toHaveLength(5)
  })

  it('gives an officer from elsewhere, and anyone without the role, nothing', async () => {
    const { county, foreign, superior, officer } = await aTalentWorld()
    const [one] = await aPool(county, 6)
    const code = (await findOwnEntry(one!.personId))!.entry.code
    for (const place of ['own', 'below'] as const) {
      expect((await search(foreign, place)).ids).toEqual([])
      expect((await search(one!, place)).ids).toEqual([])
    }
    expect(await findEntry(foreign, code)).toBeUndefined()
    expect(await findEntry(one!, code)).toBeUndefined()
    expect((await findEntry(superior, code))?.place).toBe('below')
    expect((await findEntry(officer, code))?.place).toBe('own')
    expect((await search(officer, 'below')).ids).toEqual([])
    expect((await search(superior, 'own')).ids).toEqual([])
  })

  it('offers the tiers where anyone can be found, and no others', async () => {
    const { city, superior, officer } = await aTalentWorld()
    const roles = ['hr-officer', 'hr-superior'] as const
    const { reader: both } = await aNamedPerson({ unit: city, roles: [...roles] })
    expect(await listTiersInSight(both)).toEqual(['prefecture', 'county'])
    expect(await listTiersInSight(superior)).toEqual(['county'])
    expect(await listTiersInSight(officer)).toEqual(['county'])
    const { reader } = await aNamedPerson()
    expect(await listTiersInSight(reader)).toEqual([])
  })

  it("does not show by name the staff of a unit below the officer's own", async () => {
    const { city, county } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: city, roles: ['hr-officer'] })
    await aPool(county, 5)
    const [own] = await aPool(city, 1)
    expect((await search(reader, 'own')).ids).toEqual([own!.personId])
  })
})

describe('each look', () => {
  it('is in the log of everyone listed, with purpose and unit, and nobody else reads of it', async () => {
    const { county, superior } = await aTalentWorld()
    const [one, two] = await aPool(county, 2)
    const { reader: bystander } = await aNamedPerson({ unit: county })
    await recordSearch(superior, {
      ...{ need, place: 'below', purpose: '应急专班组建' },
      personIds: [one!.personId, two!.personId],
    })
    for (const reader of [one!, two!]) {
      const [look] = await listLooks(reader.personId, 10)
      expect(look).toMatchObject({ kind: 'listed', purpose: '应急专班组建' })
      expect(look?.viewerUnitId).toBe(superior.unitId)
      expect(look?.ownUnitId).toBe(county.id)
    }
    expect(await listLooks(bystander.personId, 10)).toEqual([])
  })

  it('leaves an event with the need and the number, and no person', async () => {
    const { superior } = await aTalentWorld()
    await recordSearch(superior, { need, place: 'below', purpose: '专班', personIds: [] })
    const event = (await listChain(0, 10_000)).findLast(
      ({ action }) => action === 'registry.searched',
    )
    expect(JSON.parse(event!.detail)).toEqual({
      need: 'must=data-sql&must-level=3',
      place: 'below',
      listed: 0,
    })
  })
})
