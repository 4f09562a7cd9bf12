import { afterEach, describe, expect, it, vi } from 'vitest'
import { waitingFor } from '#app/learning/waiting-for.server.ts'
import { contactRules } from '#app/talent/contact-rules.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { newId } from '#db/id.server.ts'
import { listLooks } from '#db/talent/access-log.server.ts'
import { recallRequest, recordAnswerRead } from '#db/talent/asker-commands.server.ts'
import {
  countNews,
  findRequestOf,
  findStandingNo,
  listRequestsOf,
  unitOf,
} from '#db/talent/asker-queries.server.ts'
import {
  answerForSelf,
  answerForUnit,
  identifyByRequest,
  type NewRequest,
  recordUnitLooks,
  requestContact,
} from '#db/talent/contact-commands.server.ts'
import { countRequestsTo, listForUnit, listRequestsTo } from '#db/talent/contact-queries.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { withdrawConsent } from '#db/talent/leaving.server.ts'
import { anOrganisation } from '#tests/factories.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()
afterEach(() => vi.useRealTimers())

const day = 24 * 60 * 60 * 1000
const codeOf = async (reader: Reader) => (await findOwnEntry(reader.personId))!.entry.code
const asked = (code: string): NewRequest => ({
  ...{ code, contract: 'temporary-posting', years: null, secretPost: false },
  ...{ purpose: '应急专班组建', message: '想请您参加三个月的专班。' },
})

async function aRequest() {
  const world = await aTalentWorld()
  const { reader, identity } = await aNamedPerson({ unit: world.county })
  await optsIn(reader)
  const made = await requestContact(
    world.superior,
    asked(await codeOf(reader)),
    contactRules,
    newId(),
  )
  if (!made.ok) throw new Error(made.error.kind)
  return { ...world, reader, identity, id: made.value.id }
}

function later(days: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * day })
}

const stateFor = async (officer: Reader, id: string) =>
  (await findRequestOf(officer, id, Date.now()))?.state

describe('a request for contact', () => {
  it('opens the name only after the person and the unit agreed, and logs each look', async () => {
    const { superior, officer, county, reader, id } = await aRequest()
    expect(await identifyByRequest(superior, id)).toBeUndefined()
    expect(await listForUnit(officer, Date.now())).toEqual([])
    await answerForSelf(reader.personId, id, 'accepted', newId())
    expect(await identifyByRequest(superior, id)).toBeUndefined()
    expect((await listForUnit(officer, Date.now())).map((r) => r.id)).toEqual([id])
    expect((await countRequestsTo(reader.personId, Date.now())).seeingName).toBe(0)
    await answerForUnit(officer, id, 'accepted', newId())
    expect((await countRequestsTo(reader.personId, Date.now())).seeingName).toBe(1)
    expect((await countRequestsTo(reader.personId, Date.now() + 14 * day)).seeingName).toBe(0)
    expect(await identifyByRequest(superior, id)).toBe(reader.personId)
    expect(await identifyByRequest(superior, id)).toBe(reader.personId)
    expect(await unitOf(reader.personId)).toEqual({ zh: county.nameZh, en: county.nameEn })
    const kinds = (await listLooks(reader.personId, 10)).map(({ kind }) => kind)
    expect(kinds).toEqual(['identified', 'identified', 'requested'])
  })

  it('is in the log of whom it is about each time their unit reads it', async () => {
    const { officer, reader, id } = await aRequest()
    await answerForSelf(reader.personId, id, 'accepted', newId())
    const requests = await listForUnit(officer, Date.now())
    await recordUnitLooks(officer, requests)
    await recordUnitLooks(officer, requests)
    await recordUnitLooks(officer, [])
    const looks = await listLooks(reader.personId, 10)
    expect(looks.map(({ kind }) => kind)).toEqual(['request-opened', 'request-opened', 'requested'])
    expect(looks[0]).toMatchObject({ viewerUnitId: officer.unitId, purpose: looks[2]!.purpose })
  })

  it('says to both sides whether the post touches state secrets', async () => {
    const { superior, county } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await optsIn(reader)
    const given = { ...asked(await codeOf(reader)), secretPost: true }
    const made = await requestContact(superior, given, contactRules, newId())
    if (!made.ok) throw new Error(made.error.kind)
    const read = await findRequestOf(superior, made.value.id, Date.now())
    expect(read).toMatchObject({ secretPost: true })
    expect(await listRequestsTo(reader.personId, Date.now())).toMatchObject([{ secretPost: true }])
  })

  it('shows the requester no id and no name before that', async () => {
    const { superior, reader, identity, id } = await aRequest()
    const seen = JSON.stringify([
      await listRequestsOf(superior, Date.now()),
      await findRequestOf(superior, id, Date.now()),
    ])
    for (const secret of [reader.personId, identity.name, identity.staffNumber]) {
      expect(seen).not.toContain(secret)
    }
    expect(seen).toContain(await codeOf(reader))
  })

  it('expires after fourteen days without the person, and again without the unit', async () => {
    const { superior, officer, reader, id } = await aRequest()
    later(13)
    expect((await answerForSelf(reader.personId, id, 'accepted', newId())).ok).toBe(true)
    later(13)
    expect(await stateFor(superior, id)).toBe('waiting-unit')
    later(1)
    expect(await stateFor(superior, id)).toBe('expired')
    expect(await answerForUnit(officer, id, 'accepted', newId())).toEqual({
      ok: false,
      error: 'too-late',
    })
    const second = await aRequest()
    later(14)
    expect(await stateFor(second.superior, second.id)).toBe('expired')
    const late = await answerForSelf(second.reader.personId, second.id, 'accepted', newId())
    expect(late).toEqual({ ok: false, error: 'too-late' })
  })

  it('is closed by a no of either side', async () => {
    const first = await aRequest()
    await answerForSelf(first.reader.personId, first.id, 'declined', newId())
    expect(await stateFor(first.superior, first.id)).toBe('declined')
    const second = await aRequest()
    await answerForSelf(second.reader.personId, second.id, 'accepted', newId())
    await answerForUnit(second.officer, second.id, 'declined', newId())
    expect(await identifyByRequest(second.superior, second.id)).toBeUndefined()
  })

  it('ends at once when the acceptance, or the consent to be searchable, is withdrawn', async () => {
    for (const end of ['answer', 'consent'] as const) {
      const { superior, officer, reader, id } = await aRequest()
      await answerForSelf(reader.personId, id, 'accepted', newId())
      await answerForUnit(officer, id, 'accepted', newId())
      expect(await identifyByRequest(superior, id)).toBe(reader.personId)
      if (end === 'answer') await answerForSelf(reader.personId, id, 'withdrawn', newId())
      else await withdrawConsent(reader.personId)
      expect(await identifyByRequest(superior, id)).toBeUndefined()
      expect(await stateFor(superior, id)).toBe('withdrawn')
    }
  })

  it('does not join an old request to the code of a new consent', async () => {
    const { superior, reader, id } = await aRequest()
    await withdrawConsent(reader.personId)
    await optsIn(reader)
    expect((await findRequestOf(superior, id, Date.now()))?.code).toBeUndefined()
  })

  it('takes an officer who sees the person, and only one request at a time', async () => {
    const { superior, officer, foreign, reader, id } = await aRequest()
    const code = await codeOf(reader)
    const ask = (actor: Reader, key = newId()) =>
      requestContact(actor, asked(code), contactRules, key)
    expect(await ask(foreign)).toEqual({ ok: false, error: { kind: 'not-found' } })
    expect(await ask(officer)).toEqual({ ok: false, error: { kind: 'not-found' } })
    expect(await ask(superior)).toEqual({ ok: false, error: { kind: 'already-asked' } })
    await recallRequest(superior, id, newId())
    const key = newId()
    expect(await ask(superior, key)).toEqual(await ask(superior, key))
    expect(await listRequestsTo(reader.personId, Date.now())).toHaveLength(2)
  })

  it('is not made again for thirty days after a no, by anyone of that organisation', async () => {
    for (const no of ['person', 'unit', 'taken back'] as const) {
      const { city, superior, officer, reader, id } = await aRequest()
      if (no !== 'person') await answerForSelf(reader.personId, id, 'accepted', newId())
      if (no === 'unit') await answerForUnit(officer, id, 'declined', newId())
      else {
        const last = no === 'person' ? 'declined' : 'withdrawn'
        await answerForSelf(reader.personId, id, last, newId())
      }
      const code = await codeOf(reader)
      const { reader: colleague } = await aNamedPerson({ unit: city, roles: ['hr-superior'] })
      const ask = (actor: Reader) => requestContact(actor, asked(code), contactRules, newId())
      for (const actor of [superior, colleague]) {
        expect(await ask(actor)).toMatchObject({ ok: false, error: { kind: 'said-no' } })
        expect((await findStandingNo(actor, reader.personId, Date.now()))?.at).toBeTypeOf('number')
      }
      later(30)
      expect((await ask(colleague)).ok).toBe(true)
      vi.useRealTimers()
    }
  })

  it('may be made at once to whoever left and came back: nothing links the codes', async () => {
    const { superior, reader, id } = await aRequest()
    await answerForSelf(reader.personId, id, 'declined', newId())
    await withdrawConsent(reader.personId)
    later(1)
    await optsIn(reader)
    expect(await findStandingNo(superior, reader.personId, Date.now())).toBeUndefined()
    const again = await requestContact(superior, asked(await codeOf(reader)), contactRules, newId())
    expect(again.ok).toBe(true)
  })

  it('can be taken back by who made it, until both have answered, and is over for everyone', async () => {
    const { city, superior, officer, reader, id } = await aRequest()
    const { reader: colleague } = await aNamedPerson({ unit: city, roles: ['hr-superior'] })
    for (const actor of [colleague, officer, reader]) {
      const refused = { ok: false, error: 'not-found' }
      expect(await recallRequest(actor, id, newId())).toEqual(refused)
    }
    await answerForSelf(reader.personId, id, 'accepted', newId())
    expect((await recallRequest(superior, id, newId())).ok).toBe(true)
    expect(await stateFor(superior, id)).toBe('recalled')
    expect((await listRequestsTo(reader.personId, Date.now()))[0]?.state).toBe('recalled')
    expect(await listForUnit(officer, Date.now())).toEqual([])
    const late = { ok: false, error: 'too-late' }
    expect(await answerForUnit(officer, id, 'accepted', newId())).toEqual(late)
    expect(await answerForSelf(reader.personId, id, 'withdrawn', newId())).toEqual(late)
    expect(await countNews(superior, Date.now())).toBe(0)

    const agreed = await aRequest()
    await answerForSelf(agreed.reader.personId, agreed.id, 'accepted', newId())
    await answerForUnit(agreed.officer, agreed.id, 'accepted', newId())
    expect(await recallRequest(agreed.superior, agreed.id, newId())).toEqual(late)
  })

  it('is news to who made it once it is answered, until they read it', async () => {
    const { city, superior, officer, reader, id } = await aRequest()
    const { reader: colleague } = await aNamedPerson({ unit: city, roles: ['hr-superior'] })
    const news = (actor: Reader) => countNews(actor, Date.now())
    await answerForSelf(reader.personId, id, 'accepted', newId())
    expect(await news(superior)).toBe(0)
    await answerForUnit(officer, id, 'accepted', newId())
    expect([await news(superior), await news(colleague)]).toEqual([1, 0])
    expect((await waitingFor(superior, Date.now())).map(({ kind }) => kind)).toEqual(['answered'])
    await recordAnswerRead(superior, id)
    expect(await news(superior)).toBe(0)
    expect(await identifyByRequest(superior, id)).toBe(reader.personId)
    later(1)
    await answerForSelf(reader.personId, id, 'withdrawn', newId())
    expect(await news(superior)).toBe(1)
    await recordAnswerRead(superior, id)
    expect(await news(superior)).toBe(0)
  })

  it('is refused by the rules, and for what the person is not open to', async () => {
    const { superior, county } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await optsIn(reader, ['secondment', 'fixed-term'])
    const code = await codeOf(reader)
    const ask = (change: Partial<NewRequest>) =>
      requestContact(superior, { ...asked(code), ...change }, contactRules, newId())
    expect(await ask({})).toEqual({ ok: false, error: { kind: 'not-open-to' } })
    const refused = (id: string) => ({ ok: false, error: { kind: 'rules', ids: [id] } })
    expect(await ask({ contract: 'secondment' })).toEqual(refused('no-secondment-from-counties'))
    expect(await ask({ contract: 'fixed-term', years: 6 })).toEqual(
      refused('fixed-term-of-one-to-five-years'),
    )
    expect((await ask({ contract: 'fixed-term', years: 3 })).ok).toBe(true)
  })

  it("is no other person's or unit's to answer, nor the officer's own", async () => {
    const { superior, officer, foreign, reader, id, county } = await aRequest()
    const notFound = { ok: false, error: 'not-found' }
    expect(await answerForSelf(officer.personId, id, 'accepted', newId())).toEqual(notFound)
    await answerForSelf(reader.personId, id, 'accepted', newId())
    for (const actor of [foreign, superior, reader]) {
      expect(await answerForUnit(actor, id, 'accepted', newId())).toEqual(notFound)
      expect(await listForUnit(actor, Date.now())).toEqual([])
    }
    await optsIn(officer)
    const made = await requestContact(superior, asked(await codeOf(officer)), contactRules, newId())
    const own = made.ok ? made.value.id : ''
    await answerForSelf(officer.personId, own, 'accepted', newId())
    expect(await answerForUnit(officer, own, 'accepted', newId())).toEqual(notFound)
    const { reader: colleague } = await aNamedPerson({ unit: county, roles: ['hr-officer'] })
    expect((await answerForUnit(colleague, own, 'accepted', newId())).ok).toBe(true)
  })

  it("is read by the requester's unit alone", async () => {
    const { foreign, officer, id } = await aRequest()
    const other = await anOrganisation()
    const { reader } = await aNamedPerson({ unit: other, roles: ['hr-superior'] })
    for (const actor of [foreign, officer, reader]) {
      expect(await findRequestOf(actor, id, Date.now())).toBeUndefined()
      expect(await listRequestsOf(actor, Date.now())).toEqual([])
    }
  })
})
