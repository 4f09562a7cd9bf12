import { beforeEach, expect, it } from 'vitest'
import { nominatedPage, nominatePage } from '#app/learning/nominations-page.server.ts'
import { workingStaff } from '#app/organisation/staff-list.server.ts'
import { listChain } from '#db/audit/queries.server.ts'
import { courses } from '#db/catalogue/tables.server.ts'
import { write } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { listNominated, nominate, withdrawNominations } from '#db/learning/nominations.server.ts'
import { listEnrolments } from '#db/learning/queries.server.ts'
import { moduleProgress } from '#db/learning/tables.server.ts'
import { aCourse } from '#tests/courses.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { aNamedPerson } from '#tests/named.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const course = { slug: 'sql', moduleIds: ['sql/one', 'sql/two'] }

beforeEach(async () => {
  const row = { slug: 'sql', currentVersionId: 'v1', ownerId: null }
  await write((tx) => tx.insert(courses).values(row).onConflictDoNothing())
})

async function aUnit() {
  const unit = await anOrganisation()
  const section = await anOrganisation({ parent: unit, kind: 'department', nameEn: 'Section' })
  const officer = await aPerson({ unit, roles: ['hr-officer'] })
  const [begins, waits] = [await aPerson({ unit: section }), await aPerson({ unit: section })]
  return { unit, officer, begins, waits }
}

async function studies(personId: string, moduleId: string, completedAt: number | null = null) {
  const row = { personId, moduleId, versionId: 'v1', openedAt: 1, savedAt: 2, completedAt }
  await write((tx) => tx.insert(moduleProgress).values(row))
}

const ids = (...people: { personId: string }[]) => people.map(({ personId }) => personId)
const none = { ok: false, error: 'not-found' }

it('names people for a course, with how many of its modules each has completed', async () => {
  const { officer, begins, waits } = await aUnit()
  await studies(begins.personId, 'sql/one', 5)
  await studies(begins.personId, 'sql/two')
  await studies(begins.personId, 'other/one', 5)
  const given = { course: 'sql', personIds: ids(begins, waits, waits), dueAt: 90 }
  const key = newId()
  expect(await nominate(officer, given, key)).toEqual({ ok: true, value: null })
  expect(await nominate(officer, given, key)).toEqual({ ok: true, value: null })
  const listed = await listNominated(officer, course)
  const of = ({ personId }: { personId: string }) =>
    listed.find((each) => each.personId === personId)
  expect(listed).toHaveLength(2)
  expect(of(begins)).toMatchObject({ completed: 1, dueAt: 90, department: { en: 'Section' } })
  expect(of(waits)).toMatchObject({ completed: 0, dueAt: 90 })

  // Without a new deadline the one that is set stays.
  await nominate(officer, { ...given, personIds: ids(waits), dueAt: null }, newId())
  expect(await listEnrolments(waits.personId)).toMatchObject([{ kind: 'nominated', dueAt: 90 }])
  await nominate(officer, { ...given, personIds: ids(waits), dueAt: 95 }, newId())
  expect(await listEnrolments(waits.personId)).toMatchObject([{ kind: 'nominated', dueAt: 95 }])
})

it('lists those nominated by department and name, as Chinese is sorted', async () => {
  const unit = await anOrganisation()
  const [later, first] = await Promise.all(
    ['政务科', '办公室'].map((nameZh) => anOrganisation({ parent: unit, nameZh })),
  )
  const { reader: officer } = await aNamedPerson({ unit, roles: ['hr-officer'] })
  const people = [
    await aNamedPerson({ unit: later, name: '周甲' }),
    await aNamedPerson({ unit: later, name: '安乙' }),
    await aNamedPerson({ unit: first, name: '赵丙' }),
    await aNamedPerson({ unit: first, name: '陈丁' }),
    await aNamedPerson({ unit: first, name: '白戊' }),
  ]
  const { course: slug } = await aCourse()
  const personIds = ids(...people.map(({ reader }) => reader))
  await nominate(officer, { course: slug, personIds, dueAt: null }, newId())
  const page = await nominatedPage(officer, { course: slug, page: 1, now: 1 })
  expect(page.people.map(({ name }) => name)).toEqual(['白戊', '陈丁', '赵丙', '安乙', '周甲'])
})

it('names who is chosen and not in the filtered list, and nobody of other staff', async () => {
  const unit = await anOrganisation()
  const { reader: officer } = await aNamedPerson({ unit, roles: ['hr-officer'] })
  const { reader: listed } = await aNamedPerson({ unit, name: '白戊' })
  const { reader: chosen } = await aNamedPerson({ unit, name: '周甲' })
  const { reader: stranger } = await aNamedPerson({ name: '陈丁' })
  const { course: slug } = await aCourse()
  const query = new URLSearchParams({ q: '白' })
  const all = ids(listed, chosen, stranger)
  const page = await nominatePage(officer, slug, query, all)
  expect(page.people).toMatchObject([{ personId: listed.personId }])
  expect(page.others).toEqual([{ personId: chosen.personId, name: '周甲' }])
})

it('is all or nothing, and reaches the own staff alone', async () => {
  const { unit, officer, waits } = await aUnit()
  const other = await aUnit()
  const gone = await aPerson({ unit, state: 'left' })
  const given = { course: 'sql', personIds: ids(waits), dueAt: null }
  expect(await nominate(other.officer, given, newId())).toEqual(none)
  expect(await nominate(waits, given, newId())).toEqual(none)
  for (const more of [other.waits, gone]) {
    const mixed = { ...given, personIds: ids(waits, more) }
    expect(await nominate(officer, mixed, newId())).toEqual(none)
  }
  expect(await nominate(officer, { ...given, course: 'no-such-course' }, newId())).toEqual(none)
  expect(await listNominated(officer, course)).toEqual([])

  await nominate(officer, given, newId())
  expect(await listNominated(other.officer, course)).toEqual([])
  expect(await withdrawNominations(other.officer, given, newId())).toEqual(none)
  expect(await listNominated(officer, course)).toHaveLength(1)
})

it('is taken back without what was learnt: who began goes on by their own choice', async () => {
  const { officer, begins, waits } = await aUnit()
  const given = { course: 'sql', personIds: ids(begins, waits), dueAt: 90 }
  await nominate(officer, given, newId())
  await studies(begins.personId, 'sql/one')
  expect(await withdrawNominations(officer, given, newId())).toEqual({ ok: true, value: null })
  const nothing = { ok: false, error: 'nothing' }
  expect(await withdrawNominations(officer, given, newId())).toEqual(nothing)
  expect(await listNominated(officer, course)).toEqual([])
  expect(await listEnrolments(waits.personId)).toEqual([])
  expect(await listEnrolments(begins.personId)).toMatchObject([
    { kind: 'self-chosen', dueAt: null },
  ])
})

it('says in the trail who was nominated, by when, and whose nomination really ended', async () => {
  const { officer, begins, waits } = await aUnit()
  await nominate(officer, { course: 'sql', personIds: ids(begins), dueAt: 0 }, newId())
  await withdrawNominations(officer, { course: 'sql', personIds: ids(begins, waits) }, newId())
  const [nominated, withdrawn] = (await listChain(0, 1_000))
    .slice(-2)
    .map(({ detail }) => JSON.parse(detail))
  expect(nominated).toEqual({ people: 1, persons: ids(begins), due: '1970-01-01T00:00:00.000Z' })
  expect(withdrawn).toEqual({ people: 1, persons: ids(begins) })
})

it('offers those who work where the officer may nominate, and nobody who left', async () => {
  const { unit, officer, begins } = await aUnit()
  for (let i = 0; i < 55; i++) await aPerson({ unit, state: 'left' })
  const filter = { departmentId: '', text: '', page: 1 }
  const found = await workingStaff(officer, 'course.nominate', filter)
  if (found === 'too-many') throw new Error(found)
  expect(found).toMatchObject({ page: 1, pages: 1 })
  expect(found.shown).toHaveLength(3)
  // An administrator of the whole unit who is the officer of one section alone.
  const grants = officer.grants.map((grant) => ({ ...grant, role: 'administrator' as const }))
  const section = { role: 'hr-officer' as const, organisationId: begins.organisationId }
  const path = `${officer.unitPath}${begins.organisationId}/`
  const both = { ...officer, grants: [...grants, { ...section, path }] }
  const offered = await workingStaff(both, 'course.nominate', filter)
  if (offered === 'too-many') throw new Error(offered)
  expect(offered.shown.map(({ organisationId }) => organisationId)).toEqual([
    begins.organisationId,
    begins.organisationId,
  ])
})
