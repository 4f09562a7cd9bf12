import { describe, expect, it } from 'vitest'
import { emptyNeed, type Need } from '#app/talent/domain/need.ts'
import { quarterOf } from '#app/white-hat/domain/quarter.ts'
import { read } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { findEntry, findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { giveConsent } from '#db/talent/registry-commands.server.ts'
import { searchRegistry } from '#db/talent/search.server.ts'
import { codeNamesOf } from '#db/vault/identities.server.ts'
import { applyAsWhiteHat, withdrawAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { searchWhiteHats } from '#db/white-hat/search.server.ts'
import {
  whiteHatEntries,
  whiteHatEvidence,
  whiteHatSearches,
  whiteHatSkills,
} from '#db/white-hat/tables.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, hasShown, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const need: Need = { ...emptyNeed, must: [{ skill: 'log-analysis', level: 2 }] }

async function aWhiteHat() {
  const world = await aTalentWorld()
  const { reader } = await aNamedPerson({ unit: world.county })
  await hasShown(reader, 'log-analysis', 3)
  await optsIn(reader)
  const code = (await findOwnEntry(reader.personId))!.entry.code
  const applied = await applyAsWhiteHat(reader.personId, 'threat-hunter', newId())
  if (!applied.ok) throw new Error(applied.error)
  return { ...world, reader, code }
}

const codeNameOf = async (personId: string) => (await codeNamesOf([personId])).get(personId)
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
    for (const { quarter } of await read().select().from(whiteHatEvidence)) {
      expect(quarter).toBe(quarterOf(quarter))
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
    const key = newId()
    await applyAsWhiteHat(reader.personId, 'red-team', key)
    const first = await codeNameOf(reader.personId)
    expect(await applyAsWhiteHat(reader.personId, 'red-team', key)).toEqual({
      ok: true,
      value: null,
    })
    expect(await applyAsWhiteHat(reader.personId, 'threat-hunter', newId())).toEqual({
      ok: false,
      error: 'already',
    })
    expect(await codeNameOf(reader.personId)).toBe(first)
    expect((await pool()).filter(({ codeName }) => codeName === first)).toHaveLength(1)
  })

  it('who withdraws leaves no code name, and comes back under another', async () => {
    const { reader } = await aWhiteHat()
    const first = await codeNameOf(reader.personId)
    await withdrawAsWhiteHat(reader.personId, newId())
    expect(await codeNameOf(reader.personId)).toBeUndefined()
    expect((await pool()).map(({ codeName }) => codeName)).not.toContain(first)
    const gone = await read().select().from(whiteHatSkills)
    expect(gone.map(({ codeName }) => codeName)).not.toContain(first)
    expect((await withdrawAsWhiteHat(reader.personId, newId())).ok).toBe(false)
    await applyAsWhiteHat(reader.personId, 'threat-hunter', newId())
    const second = await codeNameOf(reader.personId)
    expect(second).toBeDefined()
    expect(second).not.toBe(first)
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
      await applyAsWhiteHat(reader.personId, 'incident-responder', newId())
    }
    const firsts = new Set<string>()
    const size = (await pool()).length
    for (let i = 0; i < 24; i++) {
      expect(await rebuildWhiteHatPool()).toBe(size)
      const [entry] = await pool()
      firsts.add(entry!.codeName)
    }
    // Were the order kept, there would be one; all of 24 the same by chance is below 10⁻¹⁷.
    expect(firsts.size).toBeGreaterThan(1)
  })

  it('comes out whole when it is written by two at once', async () => {
    const size = (await pool()).length
    await Promise.all([rebuildWhiteHatPool(), rebuildWhiteHatPool(), rebuildWhiteHatPool()])
    expect(await pool()).toHaveLength(size)
  })
})
