import { expect, it } from 'vitest'
import { listAuditEvents } from '#db/audit/queries.server.ts'
import { recordDownload } from '#db/reporting/downloads.server.ts'
import { aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

it('says who took a report away, of which month, once for one download', async () => {
  const officer = await aPerson({ roles: ['hr-officer'] })
  const report = { report: 'credit-hours', month: '2026-11', people: 33 } as const
  const minute = 60_000
  for (const at of [0, minute - 1, minute]) await recordDownload(officer, report, at)
  await recordDownload(officer, { ...report, month: '2026-10' }, minute)
  const events = await listAuditEvents({ actorId: officer.personId }, 10)
  expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual(
    Array.from({ length: 3 }, () => ['report.downloaded', officer.unitId]),
  )
  expect(JSON.parse(events[0]?.detail ?? '')).toEqual({ ...report, month: '2026-10' })
})
