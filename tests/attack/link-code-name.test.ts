import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#app/accounts/domain/roles.ts'
import routes from '#app/routes.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { insertSession } from '#db/accounts/sessions.server.ts'
import { auditEvents } from '#db/audit/tables.server.ts'
import { read } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { registryConsents } from '#db/talent/tables.server.ts'
import { openMessage } from '#db/vault/open.server.ts'
import { listWhiteHats } from '#db/vault/white-hats.server.ts'
import { applyAsWhiteHat, withdrawAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhenDue, rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { whiteHatEntries } from '#db/white-hat/tables.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, hasSecuritySkills, hasShown, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'
import { dumpMain, mainTables, readable } from './main-database.ts'

// Whoever has the main database, or any role, tries to say which person a code name is.

withDatabase()

type Named = Awaited<ReturnType<typeof aNamedPerson>>
const people: Named[] = []
const codeNames: string[] = []
let readers: Record<string, Reader>

beforeAll(async () => {
  await hasSecuritySkills()
  const { county, superior, officer } = await aTalentWorld()
  for (let i = 0; i < 6; i++) {
    const person = await aNamedPerson({ unit: county })
    await hasShown(person.reader, 'log-analysis', 3)
    await optsIn(person.reader)
    await applyAsWhiteHat(person.reader.personId, 'threat-hunter')
    people.push(person)
  }
  await rebuildWhiteHatPool()
  codeNames.push(...[...(await listWhiteHats()).values()].map(({ codeName }) => codeName))
  const withRole = async (role: Role) =>
    (await aNamedPerson({ unit: county, roles: ['learner', role] })).reader
  readers = {
    person: people[0]!.reader,
    ...{ superior, officer },
    cyber: await withRole('white-hat-officer'),
    approver: await withRole('white-hat-approver'),
    administrator: await withRole('administrator'),
    auditor: await withRole('auditor'),
  }
})

/** What would say who: the id, the name and the staff number of each of the people. */
const whos = () =>
  people.flatMap(({ reader, identity }) => [reader.personId, identity.name, identity.staffNumber])
const namesIn = (text: string) => codeNames.filter((name) => text.includes(name))
const whoIn = (text: string) => whos().filter((who) => text.includes(who))

describe('the main database', () => {
  it('has no row, in any table, with a code name beside a person', async () => {
    expect(mainTables.length).toBeGreaterThan(30)
    const holders = new Set<string>()
    for (const line of await dumpMain()) {
      if (namesIn(line).length === 0) continue
      holders.add(line.slice(0, line.indexOf(':')))
      expect(whoIn(line), line).toEqual([])
    }
    expect([...holders].sort()).toEqual(['whiteHatEntries', 'whiteHatSkills'])
  })

  it('has no row that says of a person that they applied, or for what', async () => {
    const others = ['people:', 'roleProfiles:', 'skills:', 'frameworkSources:']
    for (const line of await dumpMain()) {
      if (others.some((table) => line.startsWith(table)) || whoIn(line).length === 0) continue
      expect(line).not.toMatch(/threat-hunter|white-hat|"appl/)
    }
  })

  it('keeps names and staff numbers nowhere', async () => {
    const text = (await dumpMain()).join('\n')
    for (const { identity } of people) {
      expect(text).not.toContain(identity.name)
      expect(text).not.toContain(identity.staffNumber)
    }
  })
})

describe('the audit trail beside the sessions', () => {
  // The attacker looks for events of leaving that end no consent, and takes the session before each;
  // and, where nobody of the pool left, for whoever had a session since the pool was last written.
  const events = () => read().select().from(auditEvents).orderBy(auditEvents.sequence)

  async function accused(): Promise<string[]> {
    const trail = await events()
    const ends = (await read().select().from(registryConsents)).map(
      ({ withdrawnAt }) => withdrawnAt,
    )
    return trail.flatMap(({ action, at }, index) => {
      if (action !== 'registry.left' || ends.includes(at)) return []
      const before = trail.slice(0, index).findLast((event) => event.action === 'session.started')
      return before ? [before.actorId] : []
    })
  }

  async function signsIn(personId: string) {
    const id = newId()
    const fresh = { ...{ id, personId, tokenHash: id }, createdAt: Date.now(), device: '' }
    await insertSession({ ...fresh, expiresAt: Date.now() + 3_600_000 })
  }

  it('accuses nobody who was in no pool, applied, withdrew and applied again', async () => {
    const { county } = await aTalentWorld()
    const { reader } = await aNamedPerson({ unit: county })
    await signsIn(reader.personId)
    const last = (await events()).at(-1)
    expect(last?.action).toBe('session.started')
    expect((await applyAsWhiteHat(reader.personId, 'red-team')).ok).toBe(true)
    expect((await withdrawAsWhiteHat(reader.personId)).ok).toBe(true)
    expect((await applyAsWhiteHat(reader.personId, 'red-team')).ok).toBe(true)
    expect((await events()).at(-1), 'the trail has not moved').toEqual(last)
    expect(await accused()).toEqual([])
  })

  it('does not let a restart bring the new code name in, next to that session', async () => {
    const listed = () => read().select().from(whiteHatEntries)
    const before = await listed()
    await rebuildWhenDue(Date.now())
    expect(await listed()).toEqual(before)
    const night = Date.now() + 24 * 3_600_000
    await rebuildWhenDue(night)
    expect(await listed()).toHaveLength(before.length + 1)
  })

  it('is complete: the night has all that became of applications, sealed, each once', async () => {
    const written = (await events()).filter(({ action }) => action === 'white-hat-pool.rebuilt')
    const acts = written.map(({ detail }) => JSON.parse(detail).acts as string[])
    expect(acts.map(({ length }) => length)).toEqual([0, 3])
    const opened = acts[1]!.map((act) => {
      expect(act).toHaveLength(acts[1]![0]!.length)
      return openMessage<{ personId: string; act: string }>(Buffer.from(act, 'base64'), 'audit')
    })
    expect(new Set(opened.map(({ personId }) => personId)).size).toBe(1)
    expect(opened.map(({ act }) => act).sort()).toEqual(['ends', 'red-team', 'red-team'])
    await rebuildWhiteHatPool()
    expect(JSON.parse((await events()).at(-1)!.detail)).toEqual({ acts: [] })
  })
})

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>

async function answerOf(loader: Loader, path: string, reader: Reader) {
  const { personId } = people[0]!.reader
  const params = { id: personId, personId, code: codeNames[0], role: 'threat-hunter' }
  const need = 'search=1&purpose=probe&must=log-analysis&must-level=1&place=own'
  const url = `http://civic.example/${path.replace(/:(\w+)/g, personId)}?${need}`
  const context = { reader, locale: 'zh-CN', requestId: 'r', address: '', device: '' }
  try {
    const request = new Request(url, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
    return readable(await loader({ request, params, context } as unknown as LoaderFunctionArgs))
  } catch (thrown) {
    if (thrown instanceof Response) return `${thrown.status} ${thrown.headers.get('location')}`
    throw thrown
  }
}

describe('every page', () => {
  const modules = import.meta.glob<{ loader?: Loader }>('../../app/*/routes/*.{ts,tsx}')
  // These open files or start programs of the running server; none of them reads the pool.
  const outside = /^(shell|labs|learning|catalogue|authoring|assessment)\//

  it('shows code names to white-hat officers alone, and no person beside them', {
    timeout: 120_000,
  }, async () => {
    const seenBy = new Set<string>()
    let pages = 0
    for (const { file, path = '' } of await routes) {
      if (outside.test(file)) continue
      const { loader } = await modules[`../../app/${file}`]!()
      if (!loader) continue
      for (const [who, reader] of Object.entries(readers)) {
        const text = await answerOf(loader, path, reader)
        pages++
        if (namesIn(text).length === 0) continue
        seenBy.add(`${who} ${path}`)
        expect(whoIn(text), `${who} at ${path}`).toEqual([])
      }
    }
    expect(pages).toBeGreaterThan(100)
    expect([...seenBy].sort()).toEqual(['approver white-hat', 'cyber white-hat'])
  })
})
