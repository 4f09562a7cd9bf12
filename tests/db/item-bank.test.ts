import { describe, expect, it } from 'vitest'
import { listAssessments } from '#db/assessment/queries.server.ts'
import { items, itemVersions } from '#db/assessment/tables.server.ts'
import { read } from '#db/client.server.ts'
import { asc, eq } from '#db/dialect/index.ts'
import { aBank, aSkill, publish } from '#tests/item-bank.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

describe('publishing a bank', () => {
  const versionsOf = (itemId: string) =>
    read()
      .select()
      .from(itemVersions)
      .where(eq(itemVersions.itemId, itemId))
      .orderBy(asc(itemVersions.number))
  const item = async (id: string) => (await read().select().from(items).where(eq(items.id, id)))[0]

  it('adds every item with the parameters of its level, and nothing the second time', async () => {
    const file = aBank('publishing', 8)
    expect(await publish(file)).toEqual({ added: 8, changed: 0, restored: 0, retired: 0 })
    const [version] = await versionsOf('publishing/i3')
    expect(version).toMatchObject({ number: 1, difficulty: 0.5, slope: 1 })
    expect((await item('publishing/i3'))?.currentVersionId).toBe(version?.id)
    const none = { added: 0, changed: 0, restored: 0, retired: 0 }
    expect(await publish(JSON.parse(JSON.stringify(file)))).toEqual(none)
    expect(await versionsOf('publishing/i3')).toHaveLength(1)
  })

  it('gives a changed item a new version and leaves the old one as it was', async () => {
    const file = aBank('publishing', 8)
    const changed = aBank('publishing', 8, 'what')
    const items = file.items.map((item, i) => (i === 2 ? (changed.items[2] ?? item) : item))
    expect(await publish({ ...file, items })).toMatchObject({ added: 0, changed: 1 })
    const [first, second] = await versionsOf('publishing/i3')
    expect(first?.content.question.prompt.en).toBe('which 3')
    expect(second?.content.question.prompt.en).toBe('what 3')
    expect(second?.number).toBe(2)
    expect((await item('publishing/i3'))?.currentVersionId).toBe(second?.id)
  })

  it('retires what left the file and brings it back with it', async () => {
    const file = aBank('publishing', 8, 'what')
    await publish(file)
    const fewer = { ...file, items: file.items.slice(0, 6) }
    expect(await publish(fewer)).toMatchObject({ retired: 2, changed: 0 })
    expect((await item('publishing/i8'))?.retiredAt).toBeTypeOf('number')
    expect(await publish(fewer)).toMatchObject({ retired: 0 })
    expect(await publish(file)).toMatchObject({ restored: 2, added: 0, changed: 0 })
    expect((await item('publishing/i8'))?.retiredAt).toBeNull()
  })

  it('refuses a file that has an item twice', async () => {
    const file = aBank('doubled', 4)
    await expect(publish({ ...file, items: [...file.items, ...file.items] })).rejects.toThrow(
      'twice',
    )
  })

  it('lists only skills whose bank has items left', async () => {
    await aSkill('emptied', 4)
    const listed = async () => (await listAssessments()).map(({ skill }) => skill.code)
    expect(await listed()).toContain('emptied')
    await publish({ ...aBank('emptied', 4), items: [] })
    expect(await listed()).not.toContain('emptied')
  })
})
