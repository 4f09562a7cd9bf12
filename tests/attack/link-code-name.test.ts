import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#app/accounts/domain/roles.ts'
import routes from '#app/routes.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { read } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { codeNamesOf } from '#db/vault/identities.server.ts'
import { applyAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, hasShown, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

// Whoever has the main database, or any role, tries to say which person a code name is.

withDatabase()

type Named = Awaited<ReturnType<typeof aNamedPerson>>
type Table = ReturnType<typeof read> extends { select(): { from(t: infer T): unknown } } ? T : never

const people: Named[] = []
const codeNames: string[] = []
let readers: Record<string, Reader>

beforeAll(async () => {
  const { county, superior, officer } = await aTalentWorld()
  for (let i = 0; i < 4; i++) {
    const person = await aNamedPerson({ unit: county })
    await hasShown(person.reader, 'log-analysis', 3)
    await optsIn(person.reader)
    await applyAsWhiteHat(person.reader.personId, 'threat-hunter', newId())
    people.push(person)
  }
  codeNames.push(...(await codeNamesOf(people.map((p) => p.reader.personId))).values())
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

const readable = (value: unknown) =>
  JSON.stringify(value, (_, inner) =>
    inner?.type === 'Buffer' ? Buffer.from(inner.data).toString('latin1') : inner,
  )

/** What would say who: the id, the name and the staff number of each of the people. */
const whos = () =>
  people.flatMap(({ reader, identity }) => [reader.personId, identity.name, identity.staffNumber])
const namesIn = (text: string) => codeNames.filter((name) => text.includes(name))
const whoIn = (text: string) => whos().filter((who) => text.includes(who))

describe('the main database', () => {
  const modules = import.meta.glob<Record<string, unknown>>('../../db/*/tables.server.ts', {
    eager: true,
  })
  const tables = Object.values(modules).flatMap((module) =>
    Object.entries(module).filter(
      ([, it]) => typeof it === 'object' && it !== null && Symbol.for('drizzle:Name') in it,
    ),
  )

  it('has no row, in any table, with a code name beside a person', async () => {
    expect(tables.length).toBeGreaterThan(30)
    const holders = new Set<string>()
    for (const [table, it] of tables) {
      for (const row of await read()
        .select()
        .from(it as Table)) {
        const text = readable(row)
        if (namesIn(text).length === 0) continue
        holders.add(table)
        expect(whoIn(text), `${table}: ${text}`).toEqual([])
      }
    }
    expect([...holders].sort()).toEqual(['whiteHatEntries', 'whiteHatEvidence', 'whiteHatSkills'])
  })

  it('keeps names and staff numbers nowhere', async () => {
    const secrets = people.flatMap(({ identity }) => [identity.name, identity.staffNumber])
    for (const [table, it] of tables) {
      const text = readable(
        await read()
          .select()
          .from(it as Table),
      )
      for (const secret of secrets) expect(text.includes(secret), `${table} ${secret}`).toBe(false)
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
