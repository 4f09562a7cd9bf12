import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staffKinds } from './organisation.ts'
import { readRoster, rosterLimit } from './roster.ts'
import { planRoster, type RosterContext, unconfirmed } from './roster-plan.ts'
import { inertCell, rosterTable } from './roster-table.ts'

const headings = ['姓名', '工号', '部门', '人员类别', '职务职级', '岗位', '电子邮件', '手机']
const sound = ['王　明', 'Ｓ００１', '办公室', '参公', '一级科员', '', 'wang@example.org', '']

function read(...rows: string[][]) {
  const result = readRoster([headings, ...rows])
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const context: RosterContext = {
  departments: [
    { id: 'unit', names: ['示例县政务服务局', 'Sample bureau'], trail: '' },
    { id: 'office', names: ['办公室', 'Office'], trail: '办公室' },
    { id: 'data-a', names: ['综合科', 'General'], trail: '数据股/综合科' },
    { id: 'data-b', names: ['综合科', 'General'], trail: '审批股/综合科' },
  ],
  roleProfiles: [{ code: 'general-office-clerk', names: ['综合文秘人员', 'General office clerk'] }],
  people: [],
  elsewhere: new Set(),
}

describe('readRoster', () => {
  it('finds headings below a title, in either language and with notes, and keeps row numbers', () => {
    const title = ['示例县政务服务局花名册', '', '']
    const english = ['Name*', 'Staff number', 'Department (in the unit)', 'Kind', 'Grade']
    const result = readRoster([title, [], english, ['A B', '1', 'Office', 'civil servant', 'x']])
    expect(result.ok && result.value.rows).toEqual([
      {
        line: 4,
        name: 'A B',
        staffNumber: '1',
        department: 'Office',
        staffKind: 'civil-servant',
        grade: 'x',
      },
    ])
  })

  it('reads names spread with spaces, full-width numbers, short words for kinds, rare characters', () => {
    const { rows } = read(sound, ['䶮𬭎', '2', '办公室', '公务员', '科员', '', '', ''])
    expect(rows[0]).toMatchObject({
      name: '王明',
      staffNumber: 'S001',
      staffKind: 'reference-managed',
    })
    expect(rows[1]?.name).toBe('䶮𬭎')
  })

  it('names row and column of everything that is missing, malformed or repeated', () => {
    const { problems, rows } = read(
      ['', '4.2E+17', '办公室', '临时', '科员', '', 'not mail', ''],
      sound,
      ['李华', 's001', '办公室', '公务员', '科员', '', 'WANG@example.org', ''],
    )
    // Who repeats an earlier row is not one more person.
    expect(rows.map(({ line }) => line)).toEqual([3])
    expect(problems.map(({ line, column, code, hint }) => [line, column, code, hint])).toEqual([
      [2, 'name', 'missing', undefined],
      [2, 'staffNumber', 'digits-lost', undefined],
      [2, 'staffKind', 'unknown-staff-kind', undefined],
      [2, 'email', 'malformed', undefined],
      [4, 'staffNumber', 'repeated', '3'],
      [4, 'email', 'repeated', '3'],
    ])
  })

  it('says what a file lacks', () => {
    expect(readRoster([['x']])).toEqual({ ok: false, error: { code: 'no-headings' } })
    expect(readRoster([headings])).toEqual({ ok: false, error: { code: 'no-rows' } })
    expect(readRoster([['姓名', '工号', '部门']])).toEqual({
      ok: false,
      error: { code: 'missing-columns', columns: ['staffKind', 'grade'] },
    })
    const many = Array.from({ length: rosterLimit + 1 }, () => sound)
    expect(readRoster([headings, ...many])).toEqual({ ok: false, error: { code: 'too-many-rows' } })
  })

  it('never throws, whatever table it is given', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...headings, ...sound))
    const table = fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 14 })
    fc.assert(
      fc.property(table, (rows) => {
        const result = readRoster([headings, ...rows])
        if (result.ok) planRoster(result.value.rows, context, result.value.drafts)
        readRoster(rows)
      }),
    )
  })
})

describe('planRoster', () => {
  it('tells who is new, and takes a department by name or by its trail', () => {
    const plan = planRoster(
      read(sound, ['李华', '2', '审批股/综合科', '公务员', '科员', '综合文秘人员', '', '']).rows,
      context,
    )
    expect(plan.problems).toEqual([])
    expect(
      plan.added.map(({ organisationId, roleProfile }) => [organisationId, roleProfile]),
    ).toEqual([
      ['office', null],
      ['data-b', 'general-office-clerk'],
    ])
  })

  it('suggests the nearest department and role profile, and asks where a name is not enough', () => {
    const { problems } = planRoster(
      read(
        ['李华', '2', '办公厅', '公务员', '科员', '综合文秘', '', ''],
        ['李丽', '3', '综合科', '公务员', '科员', '', '', ''],
      ).rows,
      context,
    )
    expect(problems).toEqual([
      {
        line: 2,
        column: 'department',
        code: 'unknown-department',
        value: '办公厅',
        hint: '办公室',
      },
      {
        line: 2,
        column: 'roleProfile',
        code: 'unknown-role-profile',
        value: '综合文秘',
        hint: '综合文秘人员',
      },
      { line: 3, column: 'department', code: 'ambiguous-department', value: '综合科' },
    ])
  })

  it('checks what can be read of a row that has other problems', () => {
    const { rows, drafts, problems } = read(['', '4', '办公厅', '公务员', '科员', '', '', ''])
    const plan = planRoster(rows, { ...context, elsewhere: new Set(['4']) }, drafts)
    expect(problems.map(({ code }) => code)).toEqual(['missing'])
    expect(plan.problems.map(({ code }) => code)).toEqual(['used-elsewhere', 'unknown-department'])
    expect(plan.added).toEqual([])
  })

  it('refuses the login of someone of another unit, or of a colleague, or of someone who left', () => {
    const person = {
      organisationId: 'office',
      staffKind: 'civil-servant',
      grade: '科员',
      roleProfile: null,
    } as const
    const people = [
      {
        ...person,
        personId: 'p1',
        state: 'active',
        identity: { name: '王明', staffNumber: '1', email: 'wang@example.org' },
      },
      { ...person, personId: 'p2', state: 'left', identity: { name: '李丽', staffNumber: '2' } },
    ] as const
    const { problems } = planRoster(
      read(
        ['李丽', '2', '办公室', '公务员', '科员', '', '', ''],
        ['赵云', '3', '办公室', '公务员', '科员', '', 'Wang@example.org', ''],
        ['钱多', '4', '办公室', '公务员', '科员', '', '', ''],
      ).rows,
      { ...context, people: [...people], elsewhere: new Set(['4']) },
    )
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'has-left'],
      [3, 'used-elsewhere'],
      [4, 'used-elsewhere'],
    ])
  })

  it('says what was there and what would be, and which names are not confirmed', () => {
    const people = ['1', '2'].map((staffNumber) => ({
      ...{ personId: `p${staffNumber}`, state: 'active' as const, organisationId: 'unit' },
      ...{ staffKind: 'civil-servant' as const, grade: '科员', roleProfile: null },
      identity: { name: '王明', staffNumber },
    }))
    const plan = planRoster(
      read(
        ['李华', '1', '办公室', '参公', '科员', '综合文秘人员', 'li@example.org', ''],
        ['王 明', '2', '办公室', '公务员', '科员', '', '', ''],
      ).rows,
      { ...context, people },
    )
    expect(plan.changed.map(({ changes }) => changes)).toEqual([
      [
        { column: 'name', from: '王明', to: '李华' },
        { column: 'department', from: 'unit', to: 'office' },
        { column: 'staffKind', from: 'civil-servant', to: 'reference-managed' },
        { column: 'roleProfile', from: '', to: 'general-office-clerk' },
        { column: 'email', from: '', to: 'li@example.org' },
      ],
      [{ column: 'department', from: 'unit', to: 'office' }],
    ])
    const fresh = read(['李华', '3', '办公室', '参公', '科员', '综合文秘人员', '', '']).rows
    expect(planRoster(fresh, { ...context, people }).added[0]?.changes).toEqual([
      { column: 'department', from: '', to: 'office' },
      { column: 'staffKind', from: '', to: 'reference-managed' },
      { column: 'grade', from: '', to: '科员' },
      { column: 'roleProfile', from: '', to: 'general-office-clerk' },
    ])
    const lines = (confirmed: number[]) => unconfirmed(plan, confirmed).map(({ line }) => line)
    expect([lines([]), lines([3]), lines([2])]).toEqual([[2], [2], []])
  })

  it('changes nothing when what was exported is imported again', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    const someone = fc.record({
      name: word,
      grade: word,
      staffKind: fc.constantFrom(...staffKinds),
      roleProfile: fc.constantFrom(null, 'general-office-clerk'),
      phone: fc.constantFrom(undefined, '+86 10 5555', '13800000000'),
      organisationId: fc.constantFrom('office', 'unit'),
    })
    const locale = fc.constantFrom('zh-CN' as const, 'en' as const)
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1 }), locale, (drawn, language) => {
        const known = drawn.map(({ phone, name, ...rest }, index) => ({
          ...rest,
          personId: `p${index}`,
          state: 'active' as const,
          identity: { name, staffNumber: `N-${index}`, ...(phone && { phone }) },
        }))
        const table = rosterTable(
          known.map((each) => ({
            ...each,
            ...each.identity,
            department: context.departments.find(({ id }) => id === each.organisationId)!.names[0]!,
          })),
          language,
        ).map((cells) => cells.map(inertCell))
        const result = readRoster(table)
        // Text that is only spaces, or whose spaces a roster does not keep, is not what is stored.
        if (!result.ok || result.value.problems.length > 0) return
        const stored = result.value.rows.map(({ name, grade }) => ({ name, grade }))
        fc.pre(
          known.every(
            (each, i) => each.identity.name === stored[i]?.name && each.grade === stored[i]?.grade,
          ),
        )
        const plan = planRoster(result.value.rows, { ...context, people: known })
        expect(plan).toEqual({ added: [], changed: [], unchanged: known.length, problems: [] })
      }),
    )
  })
})
