import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, it } from 'vitest'
import { loader as personLoader } from '#app/talent/routes/person.tsx'
import { loader as searchLoader } from '#app/talent/routes/search.tsx'
import { loader as whiteHatLoader } from '#app/white-hat/routes/search.tsx'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { auditEvents } from '#db/audit/tables.server.ts'
import { read } from '#db/client.server.ts'
import { findOwnEntry } from '#db/talent/entry-queries.server.ts'
import { accessLog } from '#db/talent/tables.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aPool, aTalentWorld } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

// A link laid out by somebody else makes an officer's browser write into people's logs.

withDatabase('runtime')

const evil = 'purpose=written-by-the-attacker'
let pages: { loader: (args: LoaderFunctionArgs) => Promise<unknown>; path: string; by: Reader }[]
let code: string

beforeAll(async () => {
  const { county, superior } = await aTalentWorld()
  const [someone] = await aPool(county, 6)
  code = (await findOwnEntry(someone!.personId))!.entry.code
  const cyber = await aNamedPerson({ unit: county, roles: ['learner', 'white-hat-officer'] })
  pages = [
    { loader: searchLoader, path: `/talent?search=1&place=below&${evil}`, by: superior },
    { loader: personLoader, path: `/talent/people/${code}?${evil}`, by: superior },
    { loader: whiteHatLoader, path: `/white-hat?search=1&role=red-team&${evil}`, by: cyber.reader },
  ]
})

async function ask(index: number, method: string, headers: Record<string, string>) {
  const { loader, path, by } = pages[index]!
  const request = new Request(`http://127.0.0.1:3000${path}`, { method, headers })
  const context = { reader: by, locale: 'zh-CN', requestId: 'r', address: '', device: '' }
  const args = { request, params: { code }, context } as unknown as LoaderFunctionArgs
  return JSON.stringify(await loader(args))
}

const written = async () => [
  await read().$count(accessLog),
  (await read().select().from(auditEvents)).filter(({ action }) => /searched|viewed/.test(action))
    .length,
]

it.each([
  ['a link elsewhere', 'GET', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a link in a mail', 'GET', { 'Sec-Fetch-Site': 'none' }],
  ['a link elsewhere, in an older browser', 'GET', { Referer: 'https://evil.example/' }],
  ['a request for headers alone', 'HEAD', { 'Sec-Fetch-Site': 'same-origin' }],
] as const)(
  '%s logs nothing, lists nobody and leaves the form filled in',
  async (_, how, headers) => {
    const before = await written()
    for (const index of pages.keys()) {
      const page = await ask(index, how, headers)
      expect(page).not.toMatch(/"skills":\[\{"name"|"results"|"answer"/)
      expect(page).toContain('written-by-the-attacker')
    }
    expect(await written()).toEqual(before)
  },
)

it('a form of ours lists, opens and logs', async () => {
  const [looks, events] = await written()
  for (const index of pages.keys()) await ask(index, 'GET', { 'Sec-Fetch-Site': 'same-origin' })
  expect(await written()).toEqual([looks! + 7, events! + 3])
})
