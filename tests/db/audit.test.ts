import { describe, expect, it } from 'vitest'
import { fail, ok } from '#app/shared/domain/result.ts'
import { perform } from '#db/audit/perform.server.ts'
import { findChainTail, listAuditEvents, listChain } from '#db/audit/queries.server.ts'
import { read, write } from '#db/client.server.ts'
import { regions } from '#db/organisation/tables.server.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const place = (code: string) => ({ code, name: '示例县', parent: null })
const command = (key?: string) =>
  ({ actorId: 'a', action: 'region.added', subjectId: 's', key }) as const

describe('perform', () => {
  it('chains an event to every command, each to the one before', async () => {
    await perform(command(), async ({ tx, note }) => {
      await tx.insert(regions).values(place('990101'))
      note({ code: '990101' })
    })
    await perform(command(), async ({ tx }) => {
      await tx.insert(regions).values(place('990102'))
    })
    const [first, second] = await listChain(0, 10)
    expect(first?.detail).toBe('{"code":"990101"}')
    expect(second?.previousHash).toBe(first?.hash)
  })

  it('does once what is sent twice with one key, and answers the same', async () => {
    const add = () =>
      perform(command('key-1'), async ({ tx }) => {
        await tx.insert(regions).values(place('990103'))
        return { added: '990103' }
      })
    const tail = async () => (await findChainTail())?.sequence
    expect(await add()).toEqual({ added: '990103' })
    const before = await tail()
    expect(await add()).toEqual({ added: '990103' })
    expect(await tail()).toBe(before)
  })

  it('leaves nothing behind when the work is refused or throws', async () => {
    const before = await findChainTail()
    const refused = await perform(command('key-2'), async ({ tx }) => {
      await tx.insert(regions).values(place('990104'))
      return fail('no' as const)
    })
    expect(refused).toEqual(fail('no'))
    const broken = perform(command(), async ({ tx }) => {
      await tx.insert(regions).values(place('990105'))
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    const codes = (await read().select({ code: regions.code }).from(regions)).map((r) => r.code)
    expect(codes.sort()).toEqual(['990101', '990102', '990103'])
    expect(await findChainTail()).toEqual(before)
  })

  it('is another one when its key comes with another action', async () => {
    const other = { ...command('key-1'), action: 'region.renamed' } as const
    expect(await perform(other, async () => ok('renamed'))).toEqual(ok('renamed'))
    expect(await perform(other, async () => ok('twice'))).toEqual(ok('renamed'))
  })

  it('may succeed with the key of a refused attempt', async () => {
    const again = await perform(command('key-2'), async () => ok('yes'))
    expect(again).toEqual(ok('yes'))
  })

  it('keeps commands that run together in one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 20 }, () => perform(command(), async () => {})))
    const rows = await listChain(0, 100)
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1))
    for (const [index, row] of rows.entries()) {
      if (index > 0) expect(row.previousHash).toBe(rows[index - 1]?.hash)
    }
  })
})

describe('the list of events', () => {
  it('has those of the actions chosen, newest first, and all without a choice', async () => {
    const act = (action: 'draft.begun' | 'draft.saved' | 'role.granted') =>
      perform({ actorId: 'lister', action, subjectId: 's' }, async () => {})
    for (const action of ['draft.begun', 'draft.saved', 'role.granted'] as const) await act(action)
    const list = async (actions?: string[]) =>
      (await listAuditEvents({ actorId: 'lister', actions }, 10)).map(({ action }) => action)
    expect(await list(['draft.begun', 'draft.saved'])).toEqual(['draft.saved', 'draft.begun'])
    expect(await list(['role.granted'])).toEqual(['role.granted'])
    expect(await list()).toHaveLength(3)
  })
})

describe('the doors', () => {
  it('refuses to nest a write, and to read around one', async () => {
    await expect(write(() => write(async () => {}))).rejects.toThrow('nest')
    await expect(write(async () => read())).rejects.toThrow('use tx')
  })

  it('cannot write by the door for reading', async () => {
    const reader = read() as unknown as { insert: typeof Function.prototype }
    const attempt = (async () => reader.insert(regions).values(place('990199')))()
    await expect(attempt).rejects.toThrow()
  })
})
