import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#app/accounts/domain/roles.ts'
import routes from '#app/routes.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { listWhiteHats } from '#db/vault/white-hats.server.ts'
import { applyAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
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

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>

async function answerOf(loader: Loader, path: string, reader: Reader) {
  const { personId } = people[0]!.reader
  const params = { id: personId, personId, code: codeNames[0], role: 'threat-hunter' }
  const need = 'search=1&purpose=probe&must=log-analysis&must-level=1&place=own'
  const url = `http://civic.example/${path.replace(/:(\w+)/g, personId)}?${need}`
  const context = { reader, locale: 'zh-CN', requestId: 'r', address: '', device: '' }
  try {
    const request = new Request(url)
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
