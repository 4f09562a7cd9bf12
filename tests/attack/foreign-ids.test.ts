import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, it } from 'vitest'
import { action as account } from '#app/accounts/routes/account.tsx'
import { personPage } from '#app/organisation/person-page.server.ts'
import { action as upload } from '#app/organisation/routes/import.tsx'
import { action as invite } from '#app/organisation/routes/invitations.tsx'
import { action as addPerson } from '#app/organisation/routes/new-person.tsx'
import { action as editPerson } from '#app/organisation/routes/person.tsx'
import { loader as staffList } from '#app/organisation/routes/staff.tsx'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { sessions } from '#db/accounts/tables.server.ts'
import { auditEvents } from '#db/audit/tables.server.ts'
import { read, write } from '#db/client.server.ts'
import { aColleague, aCounty, type County } from '#tests/staff-world.ts'
import { withDatabase } from '#tests/test-db.ts'

// Forms name people and departments by their ids. One that is none of the reader's is refused whole:
// what would be left of the form without it is not what was asked for.

withDatabase('runtime')

let home: County
let colleague: Reader
let foreign: { county: County; person: Reader; session: string }

async function aSessionOf({ personId }: Reader): Promise<string> {
  const id = randomUUID()
  const row = { tokenHash: id, id, personId, createdAt: 0, expiresAt: Date.now() + 3_600_000 }
  await write((tx) => tx.insert(sessions).values({ ...row, device: '' }))
  return id
}

beforeAll(async () => {
  home = await aCounty()
  colleague = await aColleague(home)
  const county = await aCounty()
  const person = await aColleague(county)
  foreign = { county, person, session: await aSessionOf(person) }
})

type Field = string | string[] | File
type Handler = (args: ActionFunctionArgs) => Promise<unknown>

async function send(
  handler: Handler,
  fields: Record<string, Field>,
  { by = home.administrator, personId }: { by?: Reader; personId?: string } = {},
): Promise<number> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ key: randomUUID(), ...fields })) {
    for (const each of [value].flat()) body.append(name, each)
  }
  const request = new Request('http://127.0.0.1:3000/', { method: 'POST', body })
  const context = { reader: by, locale: 'zh-CN', sessionToken: 's', device: '' }
  const args = { request, params: { personId }, context } as unknown as ActionFunctionArgs
  try {
    const answer = (await handler(args)) as { init?: ResponseInit } | undefined
    return answer?.init?.status ?? 200
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

const events = () => read().$count(auditEvents)

/** The status of a form, and whether it left a trace. */
async function outcome(sent: () => Promise<number>): Promise<[status: number, written: boolean]> {
  const before = await events()
  return [await sent(), (await events()) !== before]
}

const record = (department: string) => ({
  ...{ name: '示例人', staffNumber: `N-${randomUUID().slice(0, 8)}`, email: '', phone: '' },
  ...{ department, staffKind: 'civil-servant', grade: '科员', roleProfile: '' },
})
const roster = () => new File(['姓名,工号,部门,人员类别,职务职级\n'], 'roster.csv')

it('makes no link at all when one of the people is another county’s', async () => {
  const both = [colleague.personId, foreign.person.personId]
  expect(await outcome(() => send(invite, { person: both }))).toEqual([404, false])
  expect(await outcome(() => send(invite, { person: [both[0]!, 'nobody'] }))).toEqual([404, false])
  expect(await outcome(() => send(invite, { person: [both[0]!, both[0]!] }))).toEqual([302, true])
})

it('makes no links for everyone when the department is another county’s', async () => {
  const all = (department: string) => ({ which: 'all', department })
  expect(await outcome(() => send(invite, all(foreign.county.office.id)))).toEqual([404, false])
  expect((await outcome(() => send(invite, all(home.office.id))))[0]).toBe(302)
  const request = new Request(`http://127.0.0.1:3000/staff?department=${foreign.county.office.id}`)
  const context = { reader: home.administrator, locale: 'zh-CN' }
  const args = { request, params: {}, context } as unknown as ActionFunctionArgs
  await expect(staffList(args)).rejects.toMatchObject({ status: 404 })
})

it('puts nobody into another county’s department', async () => {
  const there = record(foreign.county.office.id)
  expect(await outcome(() => send(addPerson, there))).toEqual([404, false])
  expect(await outcome(() => send(addPerson, record(home.office.id)))).toEqual([302, true])
  const { personId } = colleague
  const shown = (await personPage(home.administrator, personId))?.mark ?? ''
  const move = (fields: ReturnType<typeof record>) =>
    send(editPerson, { intent: 'save', shown, ...fields }, { personId })
  expect(await outcome(() => move(there))).toEqual([404, false])
  expect(await outcome(() => move(record(home.office.id)))).toEqual([302, true])
})

it('reads no roster for another county’s unit', async () => {
  const sent = (unit: string) => outcome(() => send(upload, { unit, file: roster() }))
  expect(await sent(foreign.county.unit.id)).toEqual([404, false])
  expect(await sent(home.unit.id)).not.toEqual([404, false])
})

it('ends no session of somebody else', async () => {
  const end = (session: string) => outcome(() => send(account, { intent: 'end', session }))
  expect(await end(foreign.session)).toEqual([404, false])
  expect(await end(await aSessionOf(home.administrator))).toEqual([302, true])
})

it('makes links for whom one manages, not for all whom one sees', async () => {
  const below = await aCounty({ parent: home.unit })
  // An officer of the whole county who administers one unit of it.
  const { administrator } = below
  const grants = [...administrator.grants]
  grants.push({ role: 'hr-officer', organisationId: home.unit.id, path: home.unit.path })
  const by = { ...administrator, grants }
  const request = new Request('http://127.0.0.1:3000/staff')
  const context = { reader: by, locale: 'zh-CN' }
  const args = { request, params: {}, context } as unknown as ActionFunctionArgs
  const { list } = (await staffList(args)) as Awaited<ReturnType<typeof staffList>>
  const rows = list.tooMany ? [] : list.people
  const manages = (personId: string) => rows.find((each) => each.personId === personId)?.manages
  expect([manages(colleague.personId), manages(administrator.personId)]).toEqual([false, true])
  expect(await outcome(() => send(invite, { person: colleague.personId }, { by }))).toEqual([
    404,
    false,
  ])
})
