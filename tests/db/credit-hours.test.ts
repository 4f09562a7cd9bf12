import { expect, it } from 'vitest'
import { write } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { creditEntries } from '#db/learning/tables.server.ts'
import { listEarned } from '#db/reporting/credit-hours.server.ts'
import { anOrganisation, aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const [from, until] = [1_000_000, 2_000_000]

async function earns(personId: string, moduleId: string, hours: number, at: number) {
  const entry = { id: newId(at), personId, moduleId, versionId: 'v1', hours, at }
  await write((tx) => tx.insert(creditEntries).values(entry))
}

it("names each module of the period, for the officer's own staff alone", async () => {
  const unit = await anOrganisation()
  const section = await anOrganisation({ parent: unit, kind: 'department', nameEn: 'Section' })
  const then = { createdAt: until - 1 }
  const officer = await aPerson({ ...then, unit, roles: ['hr-officer'] })
  const clerk = await aPerson({ ...then, unit: section })
  const idle = await aPerson({ ...then, unit: section })
  const gone = await aPerson({ ...then, unit: section, state: 'left' })
  const goneIdle = await aPerson({ ...then, unit: section, state: 'left' })
  const newcomer = await aPerson({ createdAt: until, unit: section })
  const stranger = await aPerson()
  await earns(clerk.personId, 'a/later', 1.5, until - 1)
  await earns(clerk.personId, 'a/first', 1, from)
  await earns(clerk.personId, 'a/before', 1, from - 1)
  await earns(clerk.personId, 'a/after', 1, until)
  for (const other of [gone, stranger]) await earns(other.personId, 'a/first', 1, from)

  const earned = await listEarned(officer, from, until)
  const of = (personId: string) => earned.find((row) => row.personId === personId)
  expect(of(clerk.personId)).toMatchObject({
    departmentEn: 'Section',
    credits: [
      { moduleId: 'a/first', hours: 1 },
      { moduleId: 'a/later', hours: 1.5 },
    ],
  })
  expect(of(idle.personId)?.credits).toEqual([])
  // Who left afterwards and who came afterwards are not of the same month.
  expect(earned.map(({ personId }) => personId).sort()).toEqual(
    [officer, clerk, idle, gone].map(({ personId }) => personId).sort(),
  )
  expect([goneIdle, newcomer].map(({ personId }) => of(personId))).toEqual([undefined, undefined])
  expect(await listEarned(clerk, from, until)).toEqual([])
})
