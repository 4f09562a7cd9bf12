import { describe, expect, it } from 'vitest'
import { perform } from '#db/audit/perform.server.ts'
import { listChain } from '#db/audit/queries.server.ts'
import { write } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { addEvidence } from '#db/talent/evidence.server.ts'
import { fadeSkills } from '#db/talent/fade.server.ts'
import { listPersonSkills } from '#db/talent/person-skills.server.ts'
import { skills } from '#db/talent/tables.server.ts'
import { aPerson } from '#tests/factories.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()

const hour = 3_600_000
const day = 24 * hour
const month = (365.25 / 12) * day

async function shows(
  personId: string,
  kinds: ('supervised-test' | 'unsupervised-lab')[],
  expiresAt?: number,
): Promise<number> {
  const command = { actorId: 'system', action: 'evidence.added', subjectId: personId } as const
  return perform(command, async (work) => {
    for (const kind of kinds) {
      const about = { personId, skill: 'data-sql', level: 3, kind, issuer: 'platform' }
      await addEvidence(work, { ...about, sourceId: newId(), sourceVersion: '1', expiresAt })
    }
    return work.at
  })
}
const held = async (personId: string) => (await listPersonSkills(personId))[0]
const events = async () =>
  (await listChain(0, 10_000)).filter(({ action }) => action === 'person-skills.faded')

describe('skills fade by themselves', () => {
  it('until the level is held no more, and the confidence shown follows', async () => {
    const { personId } = await aPerson()
    const at = await shows(personId, ['supervised-test'])
    await fadeSkills(at + 12 * month)
    expect((await held(personId))?.confidence).toBeCloseTo(Math.SQRT1_2, 9)
    await fadeSkills(at + 24 * month - hour)
    expect(await held(personId)).toMatchObject({ level: 3, evidenceAt: at })
    await fadeSkills(at + 24 * month + hour)
    expect(await held(personId)).toBeUndefined()
  })

  it('drops what expired at once, however strong it was', async () => {
    const { personId } = await aPerson()
    const at = await shows(personId, ['unsupervised-lab', 'unsupervised-lab'], Date.now() + hour)
    expect(await fadeSkills(at + hour / 2)).toBe(0)
    expect(await fadeSkills(at + 2 * hour)).toBe(1)
    expect(await held(personId)).toBeUndefined()
  })

  it('leaves no event and changes nothing where nothing is due, and does nothing twice', async () => {
    const { personId } = await aPerson()
    const at = await shows(personId, ['supervised-test'])
    await fadeSkills(at + day)
    const [before, row] = [(await events()).length, await held(personId)]
    expect(await fadeSkills(at + 2 * day)).toBe(0)
    expect(await held(personId)).toEqual(row)
    expect(await fadeSkills(at + 40 * day)).toBe(1)
    expect(await fadeSkills(at + 40 * day)).toBe(0)
    expect(await events()).toHaveLength(before + 1)
  })

  it('derives nothing away when the clock goes an hour back', async () => {
    const { personId } = await aPerson()
    const at = await shows(personId, ['supervised-test'])
    const row = await held(personId)
    expect(await fadeSkills(at - hour)).toBe(0)
    expect(await held(personId)).toEqual(row)
    await fadeSkills(at + 24 * month + hour)
    expect(await fadeSkills(at + 24 * month)).toBe(0)
    expect(await held(personId)).toBeUndefined()
  })

  it('takes many people in batches, one event each', async () => {
    const before = (await events()).length
    const people = await Promise.all(Array.from({ length: 60 }, () => aPerson()))
    const moments = []
    for (const { personId } of people) moments.push(await shows(personId, ['supervised-test']))
    expect(await fadeSkills(Math.max(...moments) + 25 * month)).toBe(60)
    const after = (await events()).slice(before)
    expect(after.map(({ detail }) => JSON.parse(detail).people)).toEqual([50, 10])
    for (const { personId } of people) expect(await held(personId)).toBeUndefined()
  })

  it('fades offensive skills twice as fast', async () => {
    const { personId } = await aPerson()
    const code = 'data-sql'
    const both = (text: string) => ({ 'zh-CN': text, en: text })
    const levels = [1, 2, 3, 4].map((level) => both(`level ${level}`))
    const content = {
      ...{ code, group: 'data' as const, name: both(code), description: both('about it') },
      ...{ levels, crosswalk: [], offensive: true },
    }
    await write((tx) => tx.insert(skills).values({ code, edition: '1', content }))
    const at = await shows(personId, ['supervised-test'])
    await fadeSkills(at + 6 * month)
    expect((await held(personId))?.confidence).toBeCloseTo(Math.SQRT1_2, 9)
    await fadeSkills(at + 12 * month + hour)
    expect(await held(personId)).toBeUndefined()
  })
})
