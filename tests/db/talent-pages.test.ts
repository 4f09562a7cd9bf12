import { describe, expect, it } from 'vitest'
import { tierBars } from '#app/talent/contact-rules.server.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { emptyNeed } from '#app/talent/domain/need.ts'
import { personPage } from '#app/talent/person-page.server.ts'
import { mayBeAskedFor, registryPage } from '#app/talent/registry-page.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { searchRegistry } from '#db/talent/search.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const codeOf = async (reader: Reader) => (await findOwnEntry(reader.personId))!.entry.code

describe('what the rules bar in a county', () => {
  it('is said beside the option, and cannot be all that someone offers', async () => {
    const { county, city } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    const { reader: inCity } = await aNamedPerson({ unit: city })
    const barred = async (who: Reader) =>
      (await registryPage(who)).profile?.choices.flatMap(({ kind, bar }) => (bar ? [kind] : []))
    expect(await barred(reader)).toEqual(['secondment'])
    expect(await barred(inCity)).toEqual([])
    expect(await mayBeAskedFor(reader.personId, ['secondment'])).toBe(false)
    expect(await mayBeAskedFor(reader.personId, ['secondment', 'temporary-posting'])).toBe(true)
    expect(await mayBeAskedFor(inCity.personId, ['secondment'])).toBe(true)
  })

  it('is not offered to the officer: on the page, in the preview or in a search', async () => {
    const { county, superior, officer } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await optsIn(reader, ['secondment', 'temporary-posting'])
    const page = async (who: Reader) => personPage(who, await codeOf(reader), '应急专班组建')
    expect(await page(superior)).toMatchObject({
      ask: 'may-ask',
      person: { contracts: ['temporary-posting'] },
    })
    expect((await page(officer)).ask).toBe('own-unit')
    const own = await registryPage(reader)
    expect(own.preview?.contracts).toEqual(['temporary-posting'])
    expect(own.profile?.contracts).toEqual(['secondment', 'temporary-posting'])
    const found = async (contracts: ContractKind[]) => {
      const asked = { need: { ...emptyNeed, contracts }, place: 'own' as const, page: 1 }
      const { hits } = await searchRegistry(officer, { ...asked, at: Date.now(), bars: tierBars })
      return hits.found.length
    }
    expect(await found(['secondment'])).toBe(0)
    expect(await found(['secondment', 'temporary-posting'])).toBe(1)

    await optsIn(reader, ['secondment'])
    expect((await page(superior)).ask).toBe('nothing-to-ask')
  })
})
