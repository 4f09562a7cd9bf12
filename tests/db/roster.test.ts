import { describe, expect, it } from 'vitest'
import { readRoster } from '#app/organisation/domain/roster.ts'
import { planMark } from '#app/organisation/domain/roster-plan.ts'
import { importRoster } from '#app/organisation/import-roster.server.ts'
import { staffPage } from '#app/organisation/staff-list.server.ts'
import { read } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { editPerson } from '#db/organisation/edit-person.server.ts'
import { importRows, previewRoster } from '#db/organisation/roster.server.ts'
import { findStaffMember, listHeldRoles, listStaff } from '#db/organisation/staff.server.ts'
import { findPersonIdByLogin, identitiesOf } from '#db/vault/identities.server.ts'
import { aCounty } from '#tests/staff-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

let numbers = 0
const fresh = () => `R${++numbers}`

function roster(...rows: string[][]): Buffer {
  const headings = ['姓名', '工号', '部门', '人员类别', '职务职级', '岗位', '电子邮件', '手机']
  return Buffer.from([headings, ...rows].map((row) => row.join(',')).join('\n'))
}
const line = (name: string, number: string, department = '办公室', email = '') => [
  ...[name, number, department, '公务员', '科员', '', email, ''],
]

function rowsOf(...rows: string[][]) {
  const table = roster(...rows)
    .toString()
    .split('\n')
    .map((text) => text.split(','))
  const reading = readRoster(table)
  if (!reading.ok) throw new Error(reading.error.code)
  return reading.value.rows
}

const post = { staffKind: 'civil-servant', grade: '科员', roleProfile: null } as const
const everyone = { departmentId: '', text: '', state: undefined, waiting: false, page: 1 }

describe('importing a roster', () => {
  it('adds invited people with their names, and does nothing the second time', async () => {
    const { unit, administrator } = await aCounty()
    const [one, two] = [fresh(), fresh()]
    const bytes = roster(line('䶮示例', one), line('𬭎示例', two, '示例县政务服务局'))
    const options = { by: administrator, unitId: unit.id }
    expect(await importRoster(bytes, { ...options, dryRun: true })).toMatchObject({
      ...{ imported: false, added: 2 },
    })
    expect(await findPersonIdByLogin(one)).toBeUndefined()
    expect(await importRoster(bytes, options)).toMatchObject({ imported: true, added: 2 })
    expect(await importRoster(bytes, options)).toMatchObject({ added: 0, unchanged: 2 })
    const personId = (await findPersonIdByLogin(one))!
    expect((await identitiesOf([personId])).get(personId)).toEqual({
      ...{ name: '䶮示例', staffNumber: one },
    })
    expect(await findStaffMember(read(), administrator, 'staff.list', personId)).toMatchObject({
      ...{ state: 'invited', unitId: unit.id },
    })
    expect((await listHeldRoles([personId])).map(({ role }) => role)).toEqual(['learner'])
  })

  it('imports nothing when one row is wrong', async () => {
    const { unit, administrator } = await aCounty()
    const { administrator: elsewhere } = await aCounty()
    const taken = (await identitiesOf([elsewhere.personId])).get(elsewhere.personId)!
    const good = fresh()
    const bytes = roster(
      line('王明', good),
      line('李华', taken.staffNumber),
      line('赵云', fresh(), '办公厅'),
    )
    const report = await importRoster(bytes, { by: administrator, unitId: unit.id })
    expect(report.imported).toBe(false)
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'used-elsewhere'],
      [4, 'unknown-department'],
    ])
    expect(await findPersonIdByLogin(good)).toBeUndefined()
    const rows = rowsOf(line('王明', good), line('李华', taken.staffNumber))
    expect(await importRows(administrator, unit.id, rows, {})).toEqual({
      ...{ ok: false, error: 'problems' },
    })
    expect((await listStaff(administrator, 'staff.list', { limit: 9 })).length).toBe(1)
  })

  it('does once what is confirmed twice, and only what was shown', async () => {
    const { unit, administrator } = await aCounty()
    const rows = rowsOf(line('王明', fresh()), line('李华', fresh()))
    const plan = (await previewRoster(administrator, unit.id, rows))!
    const key = newId()
    const once = { expected: planMark(plan), key }
    const first = await importRows(administrator, unit.id, rows, once)
    expect(first).toEqual({ ok: true, value: { added: 2, changed: 0, unchanged: 0 } })
    expect(await importRows(administrator, unit.id, rows, once)).toEqual(first)
    expect(await importRows(administrator, unit.id, rows, { ...once, key: newId() })).toEqual({
      ...{ ok: false, error: 'changed-meanwhile' },
    })
    expect((await listStaff(administrator, 'staff.list', { limit: 9 })).length).toBe(3)
  })

  it('changes what differs, keeps what is left empty, and takes no e-mail a colleague has', async () => {
    const { unit, administrator } = await aCounty()
    const [one, two] = [fresh(), fresh()]
    const mails = [`${one}@example.org`, `${two}@example.org`] as const
    const options = { by: administrator, unitId: unit.id }
    await importRoster(
      roster(line('甲', one, '办公室', mails[0]), line('乙', two, '办公室', mails[1])),
      options,
    )
    const renamed = roster(line('甲甲', one), line('乙', two))
    const agreed = { ...options, rename: true }
    expect(await importRoster(renamed, agreed)).toMatchObject({ changed: 1, unchanged: 1 })
    const ids = [(await findPersonIdByLogin(one))!, (await findPersonIdByLogin(two))!]
    const identities = await identitiesOf(ids)
    expect(ids.map((id) => identities.get(id)?.email)).toEqual([...mails])
    const moved = { post: { ...post, organisationId: unit.id } }
    const without = { name: '甲甲', staffNumber: one }
    await editPerson(administrator, ids[0]!, { ...moved, identity: without }, newId())
    expect(await findPersonIdByLogin(mails[0])).toBeUndefined()
    const taken = { ...without, email: mails[1] }
    expect(
      await editPerson(administrator, ids[0]!, { ...moved, identity: taken }, newId()),
    ).toEqual({
      ...{ ok: false, error: 'email-taken' },
    })
  })

  it('puts no other name under a number until that row is confirmed by itself', async () => {
    const { unit, administrator } = await aCounty()
    const [one, two] = [fresh(), fresh()]
    const options = { by: administrator, unitId: unit.id }
    await importRoster(roster(line('钟一', one), line('王二', two)), options)
    const mistyped = roster(line('赵三', one), line('王二', two, '示例县政务服务局'))
    const told = [{ line: 2, staffNumber: one, from: '钟一', to: '赵三' }]
    const refused = { imported: false, changed: 2, problems: [], renamed: told }
    expect(await importRoster(mistyped, options)).toMatchObject(refused)
    const nameOf = async () => {
      const personId = (await findPersonIdByLogin(one))!
      return (await identitiesOf([personId])).get(personId)?.name
    }
    const rows = rowsOf(line('赵三', one), line('王二', two, '示例县政务服务局'))
    const plan = (await previewRoster(administrator, unit.id, rows))!
    const expected = planMark(plan)
    for (const confirmed of [undefined, [3]]) {
      const given = { expected, ...(confirmed && { confirmed }) }
      expect(await importRows(administrator, unit.id, rows, given)).toEqual({
        ...{ ok: false, error: 'unconfirmed' },
      })
    }
    expect(await nameOf()).toBe('钟一')
    expect(await importRows(administrator, unit.id, rows, { expected, confirmed: [2] })).toEqual({
      ...{ ok: true, value: { added: 0, changed: 2, unchanged: 0 } },
    })
    expect(await nameOf()).toBe('赵三')
  })

  it('adds nobody who probably is on record until that row is confirmed by itself', async () => {
    const { unit, office, administrator } = await aCounty()
    const number = `Z0${fresh()}`
    const options = { by: administrator, unitId: unit.id }
    await importRoster(roster(line('何知微', number)), options)
    const mistyped = `ZO${number.slice(2)}`
    const bytes = roster(line('何知微', mistyped))
    const likely = { line: 2, name: '何知微', staffNumber: mistyped, known: `何知微 ${number}` }
    expect(await importRoster(bytes, options)).toMatchObject({
      ...{ imported: false, added: 1, resembling: [likely] },
    })
    // A row of the form for one person names its department by its id.
    const [row] = rowsOf(line('何知微', mistyped, office.id))
    expect(await importRows(administrator, unit.id, [row!], {})).toMatchObject({
      error: 'unconfirmed',
    })
    expect(await importRoster(bytes, { ...options, another: true })).toMatchObject({
      ...{ imported: true, added: 1 },
    })
  })

  it('does nothing when what was there is no longer what was shown', async () => {
    const { unit, office, administrator } = await aCounty()
    const number = fresh()
    const options = { by: administrator, unitId: unit.id }
    await importRoster(roster(line('甲', number)), options)
    const rows = rowsOf(line('丙', number))
    const expected = planMark((await previewRoster(administrator, unit.id, rows))!)
    const personId = (await findPersonIdByLogin(number))!
    const corrected = { name: '乙', staffNumber: number }
    const same = { post: { ...post, organisationId: office.id } }
    await editPerson(administrator, personId, { ...same, identity: corrected }, newId())
    expect(await importRows(administrator, unit.id, rows, { expected, confirmed: [2] })).toEqual({
      ok: false,
      error: 'changed-meanwhile',
    })
  })

  it('gives a number to one unit when two import it at the same moment', async () => {
    const [a, b] = [await aCounty(), await aCounty()]
    const number = fresh()
    const bytes = roster(line('王明', number))
    const reports = await Promise.all(
      [a, b].map(({ unit, administrator }) =>
        importRoster(bytes, { by: administrator, unitId: unit.id }),
      ),
    )
    expect(reports.map(({ imported }) => imported).sort()).toEqual([false, true])
    const staff = await Promise.all(
      [a, b].map(({ administrator }) => listStaff(administrator, 'staff.list', { limit: 9 })),
    )
    expect(staff.map(({ length }) => length).sort()).toEqual([1, 2])
  })

  it('takes a thousand people in one go', async () => {
    const { unit, administrator } = await aCounty()
    const rows = Array.from({ length: 1_200 }, (_, i) => line(`示例${i}`, fresh()))
    const report = await importRoster(roster(...rows), { by: administrator, unitId: unit.id })
    expect(report).toMatchObject({ imported: true, added: 1_200 })
    const page = await staffPage(administrator, { ...everyone, page: 2, text: '示例' })
    expect(!page.tooMany && [page.page, page.people.length, page.total]).toEqual([2, 50, 1_201])
  })
})
