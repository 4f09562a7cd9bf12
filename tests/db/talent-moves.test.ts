import { describe, expect, it } from 'vitest'
import { read, write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { editPerson } from '#db/organisation/edit-person.server.ts'
import { markLeft } from '#db/organisation/leaving.server.ts'
import { editOrganisation } from '#db/organisation/organisation-commands.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import { findEntry, findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { findWhiteHat } from '#db/vault/white-hats.server.ts'
import { applyAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { whiteHatEntries } from '#db/white-hat/tables.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, colleagues, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

async function aMember() {
  const world = await aTalentWorld()
  const { reader: administrator } = await aNamedPerson({
    unit: world.city,
    roles: ['administrator'],
  })
  const { reader, identity } = await aNamedPerson({ unit: world.county })
  return { ...world, administrator, reader, identity }
}

describe('whoever leaves the service', () => {
  it('is out of the pool', async () => {
    const { administrator, reader, officer } = await aMember()
    await optsIn(reader)
    const { code } = (await findOwnEntry(reader.personId))!.entry
    expect((await markLeft(administrator, reader.personId, newId())).ok).toBe(true)
    expect(await findOwnEntry(reader.personId)).toBeUndefined()
    expect(await findEntry(officer, code)).toBeUndefined()
  })

  it('has no code name any more, and no place under one', async () => {
    const { administrator, reader, county } = await aMember()
    await colleagues(county, 5, {})
    await applyAsWhiteHat(reader.personId, 'red-team')
    expect(await rebuildWhiteHatPool()).toBe(1)
    await markLeft(administrator, reader.personId, newId())
    expect(await findWhiteHat(reader.personId)).toBeUndefined()
    expect(await read().select().from(whiteHatEntries)).toEqual([])
    expect(await rebuildWhiteHatPool()).toBe(0)
  })
})

describe('whoever moves', () => {
  it('is out of sight of the old unit even where the command forgot the entry', async () => {
    const { reader, officer, superior, city } = await aMember()
    await optsIn(reader)
    const { code } = (await findOwnEntry(reader.personId))!.entry
    expect((await findEntry(superior, code))?.place).toBe('below')
    const own = eq(people.id, reader.personId)
    await write((tx) => tx.update(people).set({ unitId: city.id }).where(own))
    expect(await findEntry(officer, code)).toBeUndefined()
    expect(await findEntry(superior, code)).toBeUndefined()
  })

  it('is seen by the officer of the new unit, and at once no more by the old one', async () => {
    const { administrator, reader, identity, officer, city } = await aMember()
    await optsIn(reader)
    const { code } = (await findOwnEntry(reader.personId))!.entry
    const post = {
      ...{ organisationId: city.id, staffKind: 'civil-servant' as const },
      ...{ grade: '一级科员', roleProfile: null },
    }
    const edit = { post, identity }
    expect((await editPerson(administrator, reader.personId, edit, newId())).ok).toBe(true)
    expect(await findEntry(officer, code)).toBeUndefined()
    const own = await findOwnEntry(reader.personId)
    expect(own?.entry).toMatchObject({ code, tier: 'prefecture', regionCode: '990100' })
    const { reader: here } = await aNamedPerson({ unit: city, roles: ['hr-officer'] })
    expect((await findEntry(here, code))?.place).toBe('own')
  })

  it('with the whole unit, to another tier or region, is found there', async () => {
    const { administrator, reader, county } = await aMember()
    await optsIn(reader)
    const name = { 'zh-CN': '示例乙县数据局', en: 'Sample Second County Data Bureau' }
    const text = { name, tier: 'township' as const, regionCode: '990102' }
    const edited = await editOrganisation(administrator, county.id, text, newId())
    expect(edited).toEqual({ ok: true, value: null })
    expect((await findOwnEntry(reader.personId))?.entry).toMatchObject({
      tier: 'township',
      regionCode: '990102',
    })
  })
})
