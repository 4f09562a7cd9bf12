import { beforeAll, describe, expect, it } from 'vitest'
import { emptyNeed, type Need } from '#app/talent/domain/need.ts'
import { quarterOf } from '#app/white-hat/domain/quarter.ts'
import { outbox } from '#db/audit/tables.server.ts'
import { read, write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { findEntry, findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { giveConsent } from '#db/talent/registry-commands.server.ts'
import { searchRegistry } from '#db/talent/search.server.ts'
import { changeInVault, findWhiteHat } from '#db/vault/white-hats.server.ts'
import { findOwnApplication } from '#db/white-hat/applicants.server.ts'
import {
  applyAsWhiteHat,
  dropWithdrawn,
  withdrawAsWhiteHat,
} from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { searchWhiteHats } from '#db/white-hat/search.server.ts'
import { whiteHatEntries, whiteHatSearches, whiteHatSkills } from '#db/white-hat/tables.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import {
  aTalentWorld,
  colleagues,
  hasSecuritySkills,
  hasShown,
  optsIn,
} from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()
beforeAll(hasSecuritySkills)

const need: Need = { ...emptyNeed, must: [{ skill: 'log-analysis', level: 2 }] }

/** Someone who applied, beside four colleagues who could have: together they are a cell. */
async function aWhiteHat() {
  const world = await aTalentWorld()
  await colleagues(world.county, 4, { 'log-analysis': 3 })
  const { reader } = await aNamedPerson({ unit: world.county })
  await hasShown(reader, 'log-analysis', 3)
  await optsIn(reader)
  const code = (await findOwnEntry(reader.personId))!.entry.code
  const applied = await applyAsWhiteHat(reader.personId, 'threat-hunter')
  if (!applied.ok) throw new Error(applied.error)
  await rebuildWhiteHatPool()
  return { ...world, reader, code }
}

const codeNameOf = async (personId: string) => (await findWhiteHat(personId))?.codeName
const pool = () => read().select().from(whiteHatEntries)

describe('an applicant', () => {
  it("is out of the ordinary pool at once, in the own unit's search as well", async () => {
    const { officer, reader, code } = await aWhiteHat()
    const asked = { need, place: 'own', page: 1, at: Date.now() } as const
    const { hits, nearMisses } = await searchRegistry(officer, asked)
    expect(hits).toEqual({ count: { kind: 'exact', count: 0 }, found: [], pages: 0 })
    expect(nearMisses?.found).toEqual([])
    expect(await findEntry(officer, code)).toBeUndefined()
    const profile = { availableFrom: '', contracts: ['secondment' as const] }
    expect(await giveConsent(reader.personId, profile, newId())).toEqual({
      ok: false,
      error: 'white-hat',
    })
  })

  it('is found by the same need under a code name, with dates to the quarter', async () => {
    const { reader } = await aWhiteHat()
    const { reader: cyber } = await aNamedPerson({ roles: ['white-hat-officer'] })
    const codeName = await codeNameOf(reader.personId)
    expect(codeName).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    const query = { need, role: undefined, purpose: '摸底', page: 1 }
    const { found } = await searchWhiteHats(cyber, query, Date.now())
    expect(found.map(({ key }) => key)).toContain(codeName)
    const other = { ...query, role: 'red-team' as const }
    expect((await searchWhiteHats(cyber, other, Date.now())).count).toBe(0)
    for (const { evidenceAt, confidence } of await read().select().from(whiteHatSkills)) {
      expect(evidenceAt).toBe(quarterOf(evidenceAt))
      expect(confidence * 10).toBeCloseTo(Math.round(confidence * 10), 9)
    }
    for (const { regionCode } of await pool()) expect(regionCode).toMatch(/00$/)
    const searches = await read().select().from(whiteHatSearches)
    expect(searches.map(({ viewerId, purpose }) => [viewerId, purpose])).toContainEqual([
      cyber.personId,
      '摸底',
    ])
  })

  it('applies once, however often it is sent, and has one code name', async () => {
    const { county } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await applyAsWhiteHat(reader.personId, 'red-team')
    const first = await codeNameOf(reader.personId)
    expect(await applyAsWhiteHat(reader.personId, 'red-team')).toEqual({ ok: true, value: null })
    expect(await applyAsWhiteHat(reader.personId, 'threat-hunter')).toEqual({
      ok: false,
      error: 'already',
    })
    expect(await codeNameOf(reader.personId)).toBe(first)
    await rebuildWhiteHatPool()
    expect((await pool()).filter(({ codeName }) => codeName === first)).toHaveLength(1)
  })

  it('enters the masked pool with the next day, not by what they do', async () => {
    const { county } = await aTalentWorld()
    const [person] = await colleagues(county, 5, { 'log-analysis': 3 })
    const { personId } = person!.reader
    await applyAsWhiteHat(personId, 'threat-hunter')
    const codeName = await codeNameOf(personId)
    expect((await pool()).map((entry) => entry.codeName)).not.toContain(codeName)
    expect(await findOwnApplication(personId)).toEqual({
      role: 'threat-hunter',
      at: expect.any(Number),
    })
    await rebuildWhiteHatPool()
    expect((await pool()).map((entry) => entry.codeName)).toContain(codeName)
  })

  it('who withdraws leaves no code name, and comes back under another', async () => {
    const { reader } = await aWhiteHat()
    const first = await codeNameOf(reader.personId)
    await withdrawAsWhiteHat(reader.personId)
    expect(await codeNameOf(reader.personId)).toBeUndefined()
    expect((await pool()).map(({ codeName }) => codeName)).not.toContain(first)
    const gone = await read().select().from(whiteHatSkills)
    expect(gone.map(({ codeName }) => codeName)).not.toContain(first)
    expect((await withdrawAsWhiteHat(reader.personId)).ok).toBe(false)
    await applyAsWhiteHat(reader.personId, 'threat-hunter')
    const second = await codeNameOf(reader.personId)
    expect(second).toBeDefined()
    expect(second).not.toBe(first)
  })

  it('who withdrew when the server broke off is out of the pool when it starts again', async () => {
    const { reader } = await aWhiteHat()
    const codeName = await codeNameOf(reader.personId)
    // The vault has it, the main database has not heard of it.
    await changeInVault(reader.personId, 'ends', Date.now())
    expect((await pool()).map((entry) => entry.codeName)).toContain(codeName)
    await dropWithdrawn()
    expect((await pool()).map((entry) => entry.codeName)).not.toContain(codeName)
  })

  it('cannot have left the service', async () => {
    const { reader } = await aNamedPerson({ state: 'left' })
    expect(await applyAsWhiteHat(reader.personId, 'red-team')).toEqual({
      ok: false,
      error: 'not-active',
    })
    expect(await codeNameOf(reader.personId)).toBeUndefined()
  })

  it('is found though the need asks for what the masked pool does not know', async () => {
    const { reader } = await aWhiteHat()
    const codeName = await codeNameOf(reader.personId)
    const { reader: officer } = await aNamedPerson({ roles: ['white-hat-officer'] })
    const asksMore: Need = { ...need, contracts: ['secondment'], availableBy: '2027-01-01' }
    // What the masked pool does not know is left out of the need, never matched by accident.
    const query = { need: asksMore, role: undefined, purpose: '摸底', page: 1 }
    const { found } = await searchWhiteHats(officer, query, Date.now())
    expect(found.map(({ key }) => key)).toContain(codeName)
  })
})

describe('the masked pool', () => {
  it('is written in a new order each time, which tells nothing of who came first', async () => {
    const { county } = await aTalentWorld()
    for (let i = 0; i < 6; i++) {
      const { reader } = await aNamedPerson({ unit: county })
      await hasShown(reader, 'log-analysis', 2)
      await applyAsWhiteHat(reader.personId, 'incident-responder')
    }
    const firsts = new Set<string>()
    const size = await rebuildWhiteHatPool()
    for (let i = 0; i < 24; i++) {
      expect(await rebuildWhiteHatPool()).toBe(size)
      const [entry] = await pool()
      firsts.add(entry!.codeName)
    }
    // Were the order kept, there would be one; all of 24 the same by chance is below 10⁻¹⁷.
    expect(firsts.size).toBeGreaterThan(1)
  })

  it('says of a level that too few hold only that the role was applied for', async () => {
    const { county } = await aTalentWorld()
    const people = await colleagues(county, 5, { 'digital-forensics': 2 })
    await hasShown(people[0]!.reader, 'reverse-engineering', 4)
    const { personId } = people[0]!.reader
    await applyAsWhiteHat(personId, 'reverse-engineer')
    await rebuildWhiteHatPool()
    const own = (await pool()).find(({ role }) => role === 'reverse-engineer')
    const held = await read().select().from(whiteHatSkills)
    expect(held.filter(({ codeName }) => codeName === own?.codeName)).toMatchObject([
      { skill: 'digital-forensics', level: 2, kind: 'supervised-test' },
    ])
  })

  it('is not written anew while a withdrawal has not reached the vault', async () => {
    const id = newId()
    const row = { id, kind: 'code-name' as const, payload: Buffer.from('?'), at: Date.now() }
    await write((tx) => tx.insert(outbox).values({ ...row, attempts: 20 }))
    await expect(rebuildWhiteHatPool()).rejects.toThrow('the vault has not caught up')
    await write((tx) => tx.delete(outbox).where(eq(outbox.id, id)))
  })

  it('comes out whole when it is written by two at once', async () => {
    const size = (await pool()).length
    await Promise.all([rebuildWhiteHatPool(), rebuildWhiteHatPool(), rebuildWhiteHatPool()])
    expect(await pool()).toHaveLength(size)
  })
})
