import { describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/domain/policy.ts'
import { read } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { editPerson, listTakenLogins, recordMark } from '#db/organisation/edit-person.server.ts'
import { bringBack, markLeft } from '#db/organisation/leaving.server.ts'
import {
  addOrganisation,
  editOrganisation,
  retireOrganisation,
} from '#db/organisation/organisation-commands.server.ts'
import { findOrganisation, listOrganisations } from '#db/organisation/organisations.server.ts'
import { grantRole, revokeRole } from '#db/organisation/role-commands.server.ts'
import { importRows } from '#db/organisation/roster.server.ts'
import {
  countStaff,
  findStaffMember,
  listHeldRoles,
  listStaff,
} from '#db/organisation/staff.server.ts'
import { identitiesOf } from '#db/vault/identities.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aColleague, aCounty } from '#tests/staff-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

let numbers = 0
const fresh = () => `R${++numbers}`

const post = { staffKind: 'civil-servant', grade: '科员', roleProfile: null } as const

describe('reach', () => {
  it('lets an administrator see and change their own unit and nothing elsewhere', async () => {
    const { unit, office, administrator } = await aCounty()
    const other = await aCounty({ nameZh: '示例乙县政务服务局' })
    const stranger = await aColleague(other)
    const seen = await listStaff(administrator, 'staff.list', { limit: 100 })
    expect(seen.map(({ personId }) => personId)).toEqual([administrator.personId])
    expect(
      await findStaffMember(read(), administrator, 'staff.list', stranger.personId),
    ).toBeUndefined()
    const organisations = await listOrganisations(administrator, 'organisation.manage')
    expect(organisations.map(({ id }) => id)).toEqual([unit.id, office.id])
    const refused = { ok: false, error: 'not-found' }
    const who = stranger.personId
    const identity = { name: '改名', staffNumber: fresh() }
    const change = { post: { ...post, organisationId: office.id }, identity }
    const grant = { role: 'author', organisationId: office.id } as const
    const names = {
      name: { 'zh-CN': '改名', en: 'x' },
      tier: 'county',
      regionCode: '990102',
    } as const
    expect(await editPerson(administrator, who, change, newId())).toEqual(refused)
    expect(await markLeft(administrator, who, newId())).toEqual(refused)
    expect(await grantRole(administrator, who, grant, newId())).toEqual(refused)
    expect(await editOrganisation(administrator, other.unit.id, names, newId())).toEqual(refused)
    expect(await retireOrganisation(administrator, other.office.id, newId())).toEqual(refused)
    expect(await importRows(administrator, other.unit.id, [], {})).toEqual(refused)
    expect((await identitiesOf([who])).get(who)?.name).not.toBe('改名')
  })

  it('does not let people be moved, or roles be granted, beyond it', async () => {
    const county = await aCounty()
    const { administrator } = county
    const other = await aCounty()
    const { personId } = await aColleague(county)
    const identity = { name: '王明', staffNumber: fresh() }
    const away = { post: { ...post, organisationId: other.office.id }, identity }
    expect(await editPerson(administrator, personId, away, newId())).toEqual({
      ok: false,
      error: 'not-found',
    })
    const grant = { role: 'author', organisationId: other.unit.id } as const
    expect((await grantRole(administrator, personId, grant, newId())).ok).toBe(false)
    expect(await listHeldRoles([personId])).toHaveLength(1)
  })

  it('keeps an HR officer and a learner from every change', async () => {
    const county = await aCounty()
    const { unit } = county
    const officer = await aColleague(county, ['learner', 'hr-officer'])
    const { personId } = await aColleague(county)
    expect((await listStaff(officer, 'staff.list', { limit: 9 })).length).toBe(3)
    expect((await markLeft(officer, personId, newId())).ok).toBe(false)
    expect((await importRows(officer, unit.id, [], {})).ok).toBe(false)
    const learner = await aColleague(county)
    expect(await listStaff(learner, 'staff.list', { limit: 9 })).toEqual([])
  })

  it('counts who is in a state, in reach alone', async () => {
    const county = await aCounty()
    await aColleague(county)
    await aColleague(await aCounty({ nameZh: '示例乙县政务服务局' }))
    const { administrator } = county
    expect(await countStaff(administrator, 'staff.manage', 'active')).toBe(2)
    expect(await countStaff(administrator, 'staff.manage', 'invited')).toBe(0)
  })
})

describe('roles and leaving', () => {
  const isLast = { ok: false, error: 'last-administrator' }

  async function grantOf(actor: Actor, role: string) {
    const held = await listHeldRoles([actor.personId])
    return held.find((each) => each.role === role)!.id
  }

  it('never lets a part of the tree lose its last administrator', async () => {
    const county = await aCounty()
    const { unit, office, administrator } = county
    const { personId } = administrator
    const grant = await grantOf(administrator, 'administrator')
    expect(await revokeRole(administrator, personId, grant, newId())).toEqual(isLast)
    expect(await markLeft(administrator, personId, newId())).toEqual(isLast)
    const second = await aColleague(county)
    const given = { role: 'administrator', organisationId: office.id } as const
    await grantRole(administrator, second.personId, given, newId())
    expect(await markLeft(administrator, personId, newId())).toEqual(isLast)
    const whole = { role: 'administrator', organisationId: unit.id } as const
    expect((await grantRole(administrator, second.personId, whole, newId())).ok).toBe(true)
    expect((await markLeft(administrator, personId, newId())).ok).toBe(true)
  })

  it("takes the learner's role along to another department, and leaves the others", async () => {
    const county = await aCounty()
    const { unit, office, administrator } = county
    const { personId } = await aColleague(county, ['learner', 'reviewer'])
    const identity = { name: '王明', staffNumber: fresh() }
    const rolesAt = async () =>
      (await listHeldRoles([personId]))
        .map(({ role, organisationId }) => [role, organisationId])
        .sort()
    const moveTo = (organisationId: string) => {
      const change = { post: { ...post, organisationId }, identity }
      return editPerson(administrator, personId, change, newId())
    }
    expect((await moveTo(office.id)).ok).toBe(true)
    const inOffice = [
      ['learner', office.id],
      ['reviewer', unit.id],
    ]
    expect(await rolesAt()).toEqual(inOffice)
    expect((await moveTo(office.id)).ok).toBe(true)
    expect(await rolesAt()).toEqual(inOffice)
    const { staffKind, grade } = post
    const row = { line: 2, ...identity, staffKind, grade, department: unit.nameZh }
    expect((await importRows(administrator, unit.id, [row], {})).ok).toBe(true)
    expect(await rolesAt()).toEqual([
      ['learner', unit.id],
      ['reviewer', unit.id],
    ])
  })

  it('takes roles back from who leaves, keeps the person, and brings them back as invited', async () => {
    const county = await aCounty()
    const { administrator } = county
    const { personId } = await aColleague(county, ['learner', 'author'])
    expect((await markLeft(administrator, personId, newId())).ok).toBe(true)
    expect((await listHeldRoles([personId])).map(({ role }) => role)).toEqual(['learner'])
    const state = async () =>
      (await findStaffMember(read(), administrator, 'staff.list', personId))?.state
    expect(await state()).toBe('left')
    expect((await bringBack(administrator, personId, newId())).ok).toBe(true)
    expect(await state()).toBe('invited')
  })

  it('grants a role without bounds only from the top of the tree', async () => {
    const top = await aCounty()
    const below = await aCounty({ parent: top.unit })
    const { personId } = await aColleague(below)
    const grant = { role: 'auditor', organisationId: below.unit.id } as const
    expect(await grantRole(below.administrator, personId, grant, newId())).toEqual({
      ...{ ok: false, error: 'not-grantable' },
    })
    const key = newId()
    expect((await grantRole(top.administrator, personId, grant, key)).ok).toBe(true)
    expect((await grantRole(top.administrator, personId, grant, key)).ok).toBe(true)
    expect(await grantRole(top.administrator, personId, grant, newId())).toEqual({
      ...{ ok: false, error: 'held-already' },
    })
    expect((await listHeldRoles([personId])).length).toBe(2)
  })
})

describe('administrators', () => {
  it('give themselves no role', async () => {
    const county = await aCounty()
    const { unit, administrator } = county
    const grant = { role: 'hr-superior', organisationId: unit.id } as const
    expect(await grantRole(administrator, administrator.personId, grant, newId())).toEqual({
      ...{ ok: false, error: 'own-role' },
    })
    const second = await aColleague(county, ['learner', 'administrator'])
    expect((await grantRole(second, administrator.personId, grant, newId())).ok).toBe(true)
  })

  it('leave the e-mail of somebody whose roles they could not grant as it is', async () => {
    const top = await aCounty()
    const below = await aCounty({ parent: top.unit })
    const { unit, office } = below
    const { reader, identity } = await aNamedPerson({
      ...{ unit, organisationId: office.id, roles: ['learner', 'white-hat-officer'] },
    })
    const own = { post: { ...post, organisationId: office.id }, identity }
    const email = `other-${fresh()}@example.invalid`
    const redirected = { ...own, identity: { ...identity, email } }
    const edit = (by: Actor, change: Parameters<typeof editPerson>[2]) =>
      editPerson(by, reader.personId, change, newId())
    expect(await edit(below.administrator, redirected)).toEqual({
      ...{ ok: false, error: 'email-beyond' },
    })
    const grade = { ...own, post: { ...own.post, grade: '主任科员' } }
    expect((await edit(below.administrator, grade)).ok).toBe(true)
    const { staffKind, grade: rank } = post
    const row = { line: 2, ...identity, email, department: '办公室', staffKind, grade: rank }
    expect(await importRows(below.administrator, unit.id, [row], {})).toEqual({
      ...{ ok: false, error: 'problems' },
    })
    expect((await edit(top.administrator, redirected)).ok).toBe(true)
  })
})

describe('a record that two people edit', () => {
  it('keeps what the first saved, and tells the second', async () => {
    const county = await aCounty()
    const { office, administrator } = county
    const { reader, identity } = await aNamedPerson({
      ...{ unit: county.unit, organisationId: office.id },
    })
    const { personId } = reader
    const shown = async () => {
      const person = await findStaffMember(read(), administrator, 'staff.manage', personId)
      return recordMark(person!, (await identitiesOf([personId])).get(personId))
    }
    const seen = await shown()
    const here = { ...post, organisationId: office.id, grade: '一级科员' }
    const first = { post: here, identity: { ...identity, phone: '000-1' }, shown: seen }
    const second = { post: { ...here, grade: '主任科员' }, identity, shown: seen }
    expect((await editPerson(administrator, personId, first, newId())).ok).toBe(true)
    expect(await editPerson(administrator, personId, second, newId())).toEqual({
      ...{ ok: false, error: 'changed-meanwhile' },
    })
    expect((await identitiesOf([personId])).get(personId)?.phone).toBe('000-1')
    const again = { ...second, shown: await shown() }
    expect((await editPerson(administrator, personId, again, newId())).ok).toBe(true)
  })

  it('names every login of a form that somebody else has', async () => {
    const county = await aCounty()
    const { reader, identity } = await aNamedPerson({ unit: county.unit })
    const { personId } = await aColleague(county)
    const { staffNumber, email = '' } = identity
    expect(await listTakenLogins({ staffNumber, email }, personId)).toEqual([
      'staff-number-taken',
      'email-taken',
    ])
    expect(await listTakenLogins({ staffNumber, email }, reader.personId)).toEqual([])
  })
})

describe('units and departments', () => {
  const named = (zh: string) => ({ name: { 'zh-CN': zh, en: zh }, regionCode: '990101' }) as const

  it('takes tier and place of a department from its unit, also when the unit moves', async () => {
    const { unit, administrator } = await aCounty()
    const given = { ...named('数据股'), kind: 'department', tier: 'central' } as const
    const added = await addOrganisation(administrator, unit.id, given, newId())
    if (!added.ok) throw new Error(added.error)
    const found = () =>
      findOrganisation(read(), administrator, 'organisation.manage', added.value.id)
    expect((await found())?.tier).toBe('county')
    const moved = { ...named('示例局'), tier: 'township', regionCode: '990102' } as const
    expect((await editOrganisation(administrator, unit.id, moved, newId())).ok).toBe(true)
    expect(await found()).toMatchObject({ tier: 'township', regionCode: '990102' })
  })

  it('refuses a tier above the parent, a name that is there, and retiring what is in use', async () => {
    const { unit, office, administrator } = await aCounty()
    const add = (given: Parameters<typeof addOrganisation>[2]) =>
      addOrganisation(administrator, unit.id, given, newId())
    const failed = (error: string) => ({ ok: false, error })
    expect(await add({ ...named('上级'), kind: 'unit', tier: 'provincial' })).toEqual(
      failed('tier-above-parent'),
    )
    expect(await add({ ...named('办公室'), kind: 'department', tier: 'county' })).toEqual(
      failed('name-taken'),
    )
    expect(await retireOrganisation(administrator, unit.id, newId())).toEqual(failed('has-parts'))
    expect(await retireOrganisation(administrator, office.id, newId())).toEqual(
      failed('has-people'),
    )
    const empty = await add({ ...named('空股'), kind: 'department', tier: 'county' })
    if (!empty.ok) throw new Error(empty.error)
    expect((await retireOrganisation(administrator, empty.value.id, newId())).ok).toBe(true)
  })
})
