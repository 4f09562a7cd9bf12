import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { lastHead, signHead } from '#app/audit/heads.server.ts'
import { verifyTrail } from '#app/audit/verify.server.ts'
import { env } from '#app/env.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { auditEvents } from '#db/audit/tables.server.ts'
import { write } from '#db/client.server.ts'
import { eq, gt } from '#db/dialect/index.ts'
import { aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase('runtime')

const act = () => perform({ actorId: 'a', action: 'thing.done', subjectId: 's' }, async () => {})
const heads = () => env().headsFile
const kinds = async () => (await verifyTrail()).faults.map(({ kind }) => kind)

describe('the audit trail of a database', () => {
  beforeEach(async () => {
    await write((tx) => tx.delete(auditEvents))
    writeFileSync(heads(), '')
    for (let n = 0; n < 5; n++) await act()
    await signHead()
  })

  it('is whole when nobody touched it', async () => {
    const verdict = await verifyTrail()
    expect(verdict).toMatchObject({ rows: 5, heads: 1, signedUpTo: 5, faults: [] })
  })

  it('is signed again only when it grew', async () => {
    await signHead()
    expect(readFileSync(heads(), 'utf8').trim().split('\n')).toHaveLength(1)
    await act()
    await signHead()
    expect((await lastHead())?.sequence).toBe(6)
    expect(await kinds()).toEqual([])
  })

  it('shows a row that was changed', async () => {
    const change = { actorId: 'b' }
    await write((tx) => tx.update(auditEvents).set(change).where(eq(auditEvents.sequence, 3)))
    expect(await kinds()).toEqual(['changed'])
  })

  it('shows a row that was removed', async () => {
    await write((tx) => tx.delete(auditEvents).where(eq(auditEvents.sequence, 3)))
    expect(await kinds()).toEqual(['missing'])
  })

  it('shows that nothing is left of it where people are', async () => {
    await aPerson()
    await write((tx) => tx.delete(auditEvents))
    writeFileSync(heads(), '')
    expect(await kinds()).toEqual(['missing'])
  })

  it('shows rows that changed places', async () => {
    const move = (from: number, to: number) =>
      write((tx) =>
        tx.update(auditEvents).set({ sequence: to }).where(eq(auditEvents.sequence, from)),
      )
    await move(2, 99)
    await move(3, 2)
    await move(99, 3)
    expect(await kinds()).toContain('unlinked')
  })

  it('shows an end that was cut off', async () => {
    await write((tx) => tx.delete(auditEvents).where(gt(auditEvents.sequence, 3)))
    expect(await kinds()).toEqual(['cut-off'])
  })

  it('shows it even when the signed heads went too, by a copy kept elsewhere', async () => {
    const copy = join(env().folder, 'kept-elsewhere.jsonl')
    writeFileSync(copy, readFileSync(heads()))
    writeFileSync(heads(), '')
    await write((tx) => tx.delete(auditEvents).where(gt(auditEvents.sequence, 3)))
    expect(await kinds()).toEqual([])
    expect((await verifyTrail([copy])).faults.map(({ kind }) => kind)).toEqual(['cut-off'])
  })

  it('shows a head that somebody else wrote', async () => {
    const head = { ...(await lastHead()), sequence: 4 }
    appendFileSync(heads(), `${JSON.stringify(head)}\n`)
    expect(await kinds()).toEqual(['bad-signature'])
  })

  it('goes on after a head that a loss of power left half written', async () => {
    appendFileSync(heads(), '{"sequence":')
    await act()
    await signHead()
    expect((await lastHead())?.sequence).toBe(6)
  })
})
