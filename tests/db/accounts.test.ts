import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPerson } from '#app/accounts/create-person.server.ts'
import {
  createSession,
  listSessionsFor,
  revokeOtherSessions,
  revokeOwnSession,
  revokeSession,
  rotateSession,
  validateSession,
} from '#app/accounts/session.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { tokenHash } from '#app/accounts/token.server.ts'
import { fail, ok } from '#app/shared/domain/result.ts'
import { changePassword, findCredential, removeTotpOf } from '#db/accounts/credentials.server.ts'
import { issueLink, mailReset, requestLink } from '#db/accounts/links.server.ts'
import { findPasswordToken, redeemPasswordToken } from '#db/accounts/password-tokens.server.ts'
import { listChain } from '#db/audit/queries.server.ts'
import { newId } from '#db/id.server.ts'
import { markLeft } from '#db/organisation/leaving.server.ts'
import { addTopUnit } from '#db/organisation/organisation-commands.server.ts'
import { grantRole } from '#db/organisation/role-commands.server.ts'
import { listLinkRequests, listStaff } from '#db/organisation/staff.server.ts'
import { findPersonIdByLogin } from '#db/vault/identities.server.ts'
import { aColleague, aCounty } from '#tests/staff-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const hour = 3_600_000
const password = { hash: '$argon2id$unused', short: false }

/** Lets the clock that the code sees run on; timers of the drivers are left alone. */
function passTime(ms: number): void {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now + ms })
}
afterEach(() => vi.useRealTimers())

async function invited() {
  const county = await aCounty()
  return { ...county, person: await aColleague(county) }
}

async function aLink() {
  const made = await invited()
  const hash = tokenHash(newId())
  const issued = await issueLink(made.administrator, made.person.personId, hash, newId())
  if (!issued.ok) throw new Error(issued.error)
  return { ...made, hash, issued: issued.value }
}

describe('a link that sets a password', () => {
  it('works once, also when it is sent twice at the same moment', async () => {
    const { hash, person } = await aLink()
    const results = await Promise.all([
      redeemPasswordToken(hash, password, 'k1'),
      redeemPasswordToken(hash, password, 'k2'),
    ])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await redeemPasswordToken(hash, password, 'k3')).toEqual({ ok: false, error: 'gone' })
    expect((await findCredential(person.personId))?.passwordHash).toBe(password.hash)
  })

  it('is not used up by being looked at, and ends every session when it is used', async () => {
    const { hash, person } = await aLink()
    const token = await createSession(person.personId, 'x')
    expect((await findPasswordToken(hash))?.personId).toBe(person.personId)
    expect(await findPasswordToken(hash)).toBeDefined()
    expect((await redeemPasswordToken(hash, password, newId())).ok).toBe(true)
    expect(await validateSession(token)).toBeUndefined()
  })

  it('ends with its time, with the next link, and when the person leaves', async () => {
    const first = await aLink()
    passTime(first.issued.expiresAt - Date.now() + 1)
    expect(await findPasswordToken(first.hash)).toBeUndefined()
    vi.useRealTimers()
    const second = tokenHash(newId())
    const { administrator, person } = first
    await issueLink(administrator, person.personId, second, newId())
    expect(await findPasswordToken(first.hash)).toBeUndefined()
    expect(await findPasswordToken(second)).toBeDefined()
    await markLeft(administrator, person.personId, newId())
    expect(await redeemPasswordToken(second, password, newId())).toEqual({
      ok: false,
      error: 'gone',
    })
  })

  it('is made only by an administrator whose reach the person is in', async () => {
    const { person } = await invited()
    const { administrator: elsewhere } = await invited()
    const refused = await issueLink(elsewhere, person.personId, tokenHash('t'), newId())
    expect(refused).toEqual({ ok: false, error: 'not-found' })
    expect(await findPasswordToken(tokenHash('t'))).toBeUndefined()
  })

  it('is not made by an administrator who could not grant all that the person holds', async () => {
    const top = await aCounty()
    const below = await aCounty({ parent: top.unit })
    const officer = await aColleague(below, ['learner', 'white-hat-officer'])
    const superior = await aColleague(below, ['learner'])
    const wide = { role: 'administrator', organisationId: top.unit.id } as const
    expect((await grantRole(top.administrator, superior.personId, wide, newId())).ok).toBe(true)
    for (const { personId } of [officer, superior]) {
      const link = tokenHash(newId())
      const refused = { ok: false, error: 'beyond-actor' }
      expect(await issueLink(below.administrator, personId, link, newId())).toEqual(refused)
      expect(await removeTotpOf(below.administrator, personId, newId())).toEqual(refused)
      expect(await findPasswordToken(link)).toBeUndefined()
      expect((await issueLink(top.administrator, personId, link, newId())).ok).toBe(true)
      expect((await removeTotpOf(top.administrator, personId, newId())).ok).toBe(true)
    }
  })

  it('outlives a mail that a stranger asked for, and ends the mailed one when it is used', async () => {
    const { hash, person } = await aLink()
    const { personId } = person
    const [first, second] = [tokenHash(newId()), tokenHash(newId())]
    expect(await mailReset(personId, first, Buffer.from('sealed'))).toBe(true)
    expect(await mailReset(personId, second, Buffer.from('sealed'))).toBe(false)
    passTime(6 * 60_000)
    expect(await mailReset(personId, second, Buffer.from('sealed'))).toBe(true)
    for (const link of [hash, first, second]) expect(await findPasswordToken(link)).toBeDefined()
    expect((await redeemPasswordToken(first, password, newId())).ok).toBe(true)
    for (const link of [hash, first, second]) expect(await findPasswordToken(link)).toBeUndefined()
    const mailed = (await listChain(0, 1_000)).filter(({ action }) => action === 'reset.mailed')
    expect(new Set(mailed.map(({ actorId }) => actorId))).toEqual(new Set(['nobody']))
  })

  it('answers a request for one, which only the own administrator saw', async () => {
    const { administrator, person } = await invited()
    const { administrator: elsewhere } = await invited()
    await requestLink(person.personId, newId())
    await requestLink(person.personId, newId())
    expect(await listLinkRequests(administrator)).toEqual(new Set([person.personId]))
    expect(await listLinkRequests(elsewhere)).toEqual(new Set())
    await issueLink(administrator, person.personId, tokenHash(newId()), newId())
    expect(await listLinkRequests(administrator)).toEqual(new Set())
  })
})

describe('a session', () => {
  it('ends when it is idle too long, and lives on while it is used', async () => {
    const { person } = await invited()
    const token = await createSession(person.personId, 'x')
    passTime(3 * hour)
    expect((await validateSession(token))?.reader.personId).toBe(person.personId)
    passTime(3 * hour)
    expect(await validateSession(token)).toBeDefined()
    passTime(4.1 * hour)
    expect(await validateSession(token)).toBeUndefined()
  })

  it('may idle as long as the setting says, whenever it was used last', async () => {
    const { person } = await invited()
    const token = await createSession(person.personId, 'x')
    passTime(1.9 * hour)
    expect(await validateSession(token)).toBeDefined()
    passTime(3.9 * hour)
    expect(await validateSession(token)).toBeDefined()
  })

  it('ends twelve hours after it began, however busy', async () => {
    const { person } = await invited()
    const token = await createSession(person.personId, 'x')
    for (let i = 0; i < 5; i++) {
      passTime(2.3 * hour)
      expect(await validateSession(token)).toBeDefined()
    }
    passTime(0.6 * hour)
    expect(await validateSession(token)).toBeUndefined()
  })

  it('is another one after rotation, and the old one is worth nothing', async () => {
    const { person } = await invited()
    const token = await createSession(person.personId, 'x')
    const elsewhere = await createSession(person.personId, 'y')
    const next = await rotateSession(person.personId, 'x')
    expect(await validateSession(token)).toBeUndefined()
    expect(await validateSession(elsewhere)).toBeUndefined()
    expect(await validateSession(next)).toBeDefined()
    await revokeSession(next)
    expect(await validateSession(next)).toBeUndefined()
  })

  it('is ended from the list by its owner and nobody else', async () => {
    const { person, administrator } = await invited()
    const here = await createSession(person.personId, 'here')
    const there = await createSession(person.personId, 'there')
    const list = await listSessionsFor(person.personId, here)
    expect(list.map(({ device, here: own }) => [device, own]).sort()).toEqual([
      ['here', true],
      ['there', false],
    ])
    const id = list.find(({ device }) => device === 'there')!.id
    expect(await revokeOwnSession(administrator.personId, id, 'k')).toEqual(fail('not-found'))
    expect(await validateSession(there)).toBeDefined()
    expect(await revokeOwnSession(person.personId, id, 'k')).toEqual(ok(null))
    // A press that is sent twice is answered alike; what has ended is not there any more.
    expect(await revokeOwnSession(person.personId, id, 'k')).toEqual(ok(null))
    expect(await revokeOwnSession(person.personId, id, 'l')).toEqual(fail('not-found'))
    expect(await validateSession(there)).toBeUndefined()
    const another = await createSession(person.personId, 'another')
    await revokeOtherSessions(person.personId, here)
    expect(await validateSession(another)).toBeUndefined()
    expect(await validateSession(here)).toBeDefined()
  })

  it('ends with a change of password and when its person leaves', async () => {
    const { person, administrator } = await invited()
    const one = await createSession(person.personId, 'x')
    await changePassword(person.personId, 'hash', false)
    expect(await validateSession(one)).toBeUndefined()
    const two = await createSession(person.personId, 'x')
    await markLeft(administrator, person.personId, newId())
    expect(await validateSession(two)).toBeUndefined()
  })
})

describe('signing in', () => {
  const words = 'paper boats sail north'

  async function account() {
    const { id } = await addTopUnit({
      name: { 'zh-CN': `示例单位${newId()}`, en: 'Sample unit' },
      tier: 'county',
      regionCode: '990101',
    })
    const login = newId().slice(-12)
    const made = await createPerson({
      ...{ name: '示例', login, role: 'administrator', organisation: id, password: words },
    })
    if (!made.ok) throw new Error(made.error)
    return { id, login, personId: made.value.personId }
  }

  const stranger = { address: '203.0.113.9', browserId: undefined, knownFor: undefined }

  it('takes the login in any case and width', async () => {
    const { login, personId } = await account()
    const wide = login.toUpperCase().replace(/[0-9]/g, (digit) => '０１２３４５６７８９'[+digit]!)
    expect(await signIn(wide, words, { ...stranger, address: '203.0.113.1' })).toEqual({
      kind: 'signed-in',
      personId,
    })
  })

  it('makes a stranger wait after ten tries, but never the browser the person uses', async () => {
    const { login, personId } = await account()
    for (let i = 0; i < 10; i++) {
      expect((await signIn(login, 'a guess', stranger)).kind).toBe('wrong')
    }
    expect((await signIn(login, words, stranger)).kind).toBe('wait')
    const known = { ...stranger, browserId: 'b1', knownFor: personId }
    expect((await signIn(login, words, known)).kind).toBe('signed-in')
    const other = { ...stranger, address: '203.0.113.10' }
    expect((await signIn(login, words, other)).kind).toBe('signed-in')
  })

  it('checks no more passwords at the same moment than one after the other', async () => {
    const { login } = await account()
    const from = { ...stranger, address: '203.0.113.20' }
    const guesses = Array.from({ length: 60 }, (_, n) => signIn(login, `guess ${n}`, from))
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(10)
    expect(kinds.filter((kind) => kind === 'wait')).toHaveLength(50)
  })

  it('refuses a password that names its person, and a login somebody has', async () => {
    const { id, login } = await account()
    const given = { name: '示例', login, role: 'learner', organisation: id } as const
    expect(await createPerson(given)).toEqual({ ok: false, error: 'staff-number-taken' })
    const about = { ...given, login: 'wangxiaoming', password: 'wangxiaoming2026' }
    expect(await createPerson(about)).toEqual({ ok: false, error: 'password-about-you' })
    expect(await findPersonIdByLogin('wangxiaoming')).toBeUndefined()
  })

  it('gives two people created at once with one number only one account', async () => {
    const { id } = await account()
    const given = { name: '示例', login: 'TWICE-1', role: 'learner', organisation: id } as const
    const results = await Promise.all([createPerson(given), createPerson(given)])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('the record', () => {
  it('names nobody: ids and codes alone', async () => {
    const { administrator, person } = await aLink()
    await markLeft(administrator, person.personId, newId())
    expect((await listStaff(administrator, 'staff.list', { limit: 10 })).length).toBe(2)
    const text = JSON.stringify(await listChain(0, 1_000))
    expect(text).toContain('person.left')
    expect(text).not.toMatch(/[\u4e00-\u9fff]|@example/)
  })
})
