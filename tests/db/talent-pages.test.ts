import { describe, expect, it } from 'vitest'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import { tierBars } from '#app/talent/contact-rules.server.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import { emptyNeed } from '#app/talent/domain/need.ts'
import { personPage } from '#app/talent/person-page.server.ts'
import { inPageLanguage } from '#app/talent/place-names.server.ts'
import { mayBeAskedFor, registryPage } from '#app/talent/registry-page.server.ts'
import { searchPage } from '#app/talent/search-page.server.ts'
import { whiteHatSearchPage } from '#app/white-hat/search-page.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { searchRegistry } from '#db/talent/search.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, hasShown, optsIn } from '#tests/talent-world.ts'
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
    expect(own.preview?.person.contracts).toEqual(['temporary-posting'])
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

describe('the preview', () => {
  it('has all that an officer of a superior unit sees, also of a skill without a level', async () => {
    const { county, superior } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await hasShown(reader, 'data-sql', 3)
    await hasShown(reader, 'data-sql', 1, { kind: 'unsupervised-test', diagnostic: true })
    await hasShown(reader, 'open-data', 2, { kind: 'own-claim' })
    await optsIn(reader, ['temporary-posting'])
    const seen = await personPage(superior, await codeOf(reader), '应急专班组建')
    const { preview } = await registryPage(reader)
    expect(preview).toEqual({ person: seen.person, skills: seen.skills })
    expect(preview?.skills.map(({ level, evidence }) => [level, evidence.length])).toEqual([
      ...[
        [3, 2],
        [undefined, 1],
      ],
    ])
  })
})

describe('a day of availability', () => {
  it('that has passed stands for any time', async () => {
    const { county } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await optsIn(reader, ['temporary-posting'], '2020-01-01')
    const past = await registryPage(reader)
    expect([past.preview?.person.availableFrom, past.profile?.availableFrom]).toEqual([null, null])
    await optsIn(reader, ['temporary-posting'], '2999-01-01')
    expect((await registryPage(reader)).preview?.person.availableFrom).toBe(Date.UTC(2999, 0, 1))
  })
})

describe('the search of the masked pool', () => {
  it('asks for a role or a must before it lists anyone', async () => {
    const { reader } = await aNamedPerson({ roles: ['white-hat-officer'] })
    const page = (query: string) =>
      whiteHatSearchPage(
        reader,
        new URL(`http://here/white-hat?search=1&purpose=probe&${query}`),
        true,
      )
    for (const wide of ['', 'nice=log-analysis&nice-level=1', 'role=nobody', 'tier=county']) {
      const { form, answer } = await page(wide)
      expect(form.errors.role, wide).toBeTruthy()
      expect(answer).toBeUndefined()
    }
    for (const narrow of ['role=red-team', 'must=log-analysis&must-level=1']) {
      const { form, answer } = await page(narrow)
      expect(form.errors).toEqual({})
      expect(answer).toBeDefined()
    }
  })
})

describe('a purpose that is too long', () => {
  it('is said to be, with what was typed, wherever people are searched for', async () => {
    const { superior } = await aTalentWorld()
    const { reader } = await aNamedPerson({ roles: ['white-hat-officer'] })
    const url = (purpose: string) =>
      new URL(`http://here/?search=1&role=red-team&purpose=${encodeURIComponent(purpose)}`)
    const long = '长'.repeat(300)
    for (const page of [
      (at: URL) => searchPage(superior, at, true),
      (at: URL) => whiteHatSearchPage(reader, at, true),
    ]) {
      const tooLong = await page(url(long))
      expect(tooLong.form.purpose).toBe(long)
      expect(tooLong.form.errors.purpose).toContain('200')
      expect((await page(url('短'))).form.errors.purpose).not.toContain('200')
    }
  })
})

describe('the name of a place', () => {
  it('is English on an English page where there is one, and Chinese otherwise', () => {
    const invented = { code: '990100', name: '示例市' }
    const real = { code: '110000', name: '北京市' }
    expect(inPageLanguage(invented).name).toBe('示例市')
    inLocaleOf('en', () => {
      expect(inPageLanguage(invented).name).toBe('Sample City')
      expect(inPageLanguage(real).name).toBe('北京市')
    })
  })
})
