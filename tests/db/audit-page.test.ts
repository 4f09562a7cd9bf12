import { beforeAll, describe, expect, it } from 'vitest'
import { auditPage } from '#app/audit/audit-page.server.ts'
import { shortId } from '#app/audit/domain/detail.ts'
import { contactRules } from '#app/talent/contact-rules.server.ts'
import { emptyNeed } from '#app/talent/domain/need.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { newId } from '#db/id.server.ts'
import { recordSearch, recordView } from '#db/talent/access-log.server.ts'
import { requestContact } from '#db/talent/contact-commands.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { withdrawConsent } from '#db/talent/leaving.server.ts'
import { searchWhiteHats } from '#db/white-hat/search.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, hasSecuritySkills, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

type Named = Awaited<ReturnType<typeof aNamedPerson>>
let auditor: Reader
let officer: Named
let learner: Named

const page = (query: Record<string, string>) =>
  auditPage(auditor, new URL(`http://here/audit?${new URLSearchParams(query)}`))
const eventsOf = async (action: string) => (await page({ action })).events

beforeAll(async () => {
  await hasSecuritySkills()
  const { city, county } = await aTalentWorld()
  auditor = (await aNamedPerson({ unit: city, roles: ['auditor'] })).reader
  officer = await aNamedPerson({ unit: city, roles: ['hr-superior', 'white-hat-officer'] })
  learner = await aNamedPerson({ unit: county })
  await optsIn(learner.reader)
})

describe("why an officer looked, on the auditor's page", () => {
  const need = { ...emptyNeed, must: [{ skill: 'log-analysis', level: 2 }] }

  it('is there with the conditions in words, also of a search that listed nobody', async () => {
    const search = { need, place: 'below' as const, purpose: '查无此人也要留痕', personIds: [] }
    await recordSearch(officer.reader, search)
    await recordSearch(officer.reader, {
      ...search,
      purpose: '专班',
      personIds: [learner.reader.personId],
    })
    const [listed, nobody] = await eventsOf('registry.searched')
    expect([listed?.purpose, nobody?.purpose]).toEqual(['专班', '查无此人也要留痕'])
    expect(listed?.conditions).toHaveLength(1)
    expect(listed?.conditions?.[0]?.asked).not.toContain('log-analysis')
  })

  it('is there of a search for white hats, and names no code', async () => {
    const query = { need, role: 'red-team' as const, purpose: '检测前摸底', page: 1 }
    await searchWhiteHats(officer.reader, query, Date.now())
    const [event] = await eventsOf('white-hat-pool.searched')
    expect(event).toMatchObject({ purpose: '检测前摸底', actorName: officer.identity.name })
  })

  it('is there of a look and a request, with whom the request is to', async () => {
    const { personId } = learner.reader
    await recordView(officer.reader, personId, '核对佐证')
    expect((await eventsOf('registry-entry.viewed'))[0]?.purpose).toBe('核对佐证')
    const { code } = (await findOwnEntry(personId))!.entry
    const words = { purpose: '应急专班组建', message: '想请您参加三个月的专班。' }
    const asked = { code, contract: 'temporary-posting', years: null, secretPost: false } as const
    await requestContact(officer.reader, { ...asked, ...words }, contactRules, newId())
    const [event] = await eventsOf('contact.requested')
    expect(event).toMatchObject({ purpose: words.purpose, candidateId: personId })
  })
})

describe('who acted', () => {
  it('has a name where it was done to others, and none where people decide for themselves', async () => {
    expect((await eventsOf('registry.searched'))[0]?.actorName).toBe(officer.identity.name)
    await withdrawConsent(learner.reader.personId)
    const { events } = await page({})
    const said = JSON.stringify(events)
    expect(said).toContain(officer.identity.name)
    expect(said).not.toContain(learner.identity.name)
    const sealed = events.find(({ actorId }) => actorId === 'sealed')
    expect(sealed).toMatchObject({ actorName: undefined, purpose: undefined })
  })
})

describe('the filter by person', () => {
  it('finds by staff number, by the number shown and by how that begins', async () => {
    const id = learner.reader.personId
    for (const typed of [
      learner.identity.staffNumber,
      shortId(id),
      id.slice(-8),
      id.slice(-8, -2),
      id,
    ]) {
      const { events, errors } = await page({ actor: typed })
      expect(errors, typed).toEqual({})
      expect([...new Set(events.map(({ actorId }) => actorId))], typed).toEqual([id])
    }
  })

  it('says so and lists nothing where nobody is known by it', async () => {
    for (const actor of [learner.identity.name, '00000000', 'x'.repeat(500)]) {
      const { events, errors, filter } = await page({ actor })
      expect(errors.actor, actor).toBeTruthy()
      expect(events).toEqual([])
      expect(filter.actor).toBe(actor)
    }
  })
})
