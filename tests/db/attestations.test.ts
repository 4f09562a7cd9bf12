import { beforeEach, describe, expect, it } from 'vitest'
import { loadRecord } from '#app/learning/load-record.server.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { write } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { markLeft } from '#db/organisation/leaving.server.ts'
import { people } from '#db/organisation/tables.server.ts'
import {
  attestSkill,
  listAttestations,
  withdrawAttestation,
} from '#db/talent/attestations.server.ts'
import { listEvidence, listPersonSkills } from '#db/talent/person-skills.server.ts'
import { aNamedPerson } from '#tests/named.ts'
import { aTalentWorld, hasSecuritySkills, hasSkillsOf } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

withDatabase()
beforeEach(() => hasSkillsOf('everyone'))

const skill = 'searching-information'
const attest = (by: Reader, of: Reader, level = 2, key = newId()) =>
  attestSkill(by, { personId: of.personId, skill, level, grounds: '每周核对日志，结果无误。' }, key)
const heldBy = async ({ personId }: Reader) =>
  (await listPersonSkills(personId)).map(({ skill, level, confidence }) => [
    skill,
    level,
    Math.round(confidence * 100),
  ])

async function aWorld() {
  const world = await aTalentWorld()
  const { reader } = await aNamedPerson({ unit: world.county })
  return { ...world, reader }
}

describe('what a unit attests of its staff', () => {
  it('is evidence that by itself makes the level, and the person reads unit and grounds', async () => {
    const { officer, reader } = await aWorld()
    expect(await attest(officer, reader)).toMatchObject({ ok: true })
    expect(await heldBy(reader)).toEqual([[skill, 2, 60]])
    const { skills } = await loadRecord(reader.personId, 'zh-CN')
    expect(skills[0]?.evidence[0]?.grounds).toMatchObject({ text: '每周核对日志，结果无误。' })
  })

  it('counts once: a newer one takes the place of the one before, and a retry adds none', async () => {
    const { officer, reader } = await aWorld()
    const key = newId()
    await attest(officer, reader, 3, key)
    await attest(officer, reader, 3, key)
    expect(await listAttestations(reader.personId)).toHaveLength(1)
    await attest(officer, reader, 2)
    expect(await heldBy(reader)).toEqual([[skill, 2, 60]])
    const all = await listAttestations(reader.personId)
    expect(all.map(({ level, withdrawnAt }) => [level, withdrawnAt !== null])).toEqual([
      [2, false],
      [3, true],
    ])
    expect((await loadRecord(reader.personId, 'zh-CN')).withdrawn).toEqual([])
  })

  it('is withdrawn with a reason that the person reads, and counts no more', async () => {
    const { officer, reader } = await aWorld()
    await attest(officer, reader)
    const [{ id } = { id: '' }] = await listAttestations(reader.personId)
    const { personId } = reader
    const given = { personId, id, reason: '登记错了人，应为另一位同事。' }
    expect(await withdrawAttestation(officer, given, newId())).toMatchObject({ ok: true })
    expect(await heldBy(reader)).toEqual([])
    const { withdrawn, skills } = await loadRecord(personId, 'zh-CN')
    expect(skills).toEqual([])
    expect(withdrawn).toMatchObject([{ level: 2, reason: given.reason }])
    expect(await withdrawAttestation(officer, given, newId())).toMatchObject({ ok: false })
    // Nothing is deleted: the attestation, and the row that takes it back.
    expect(await listEvidence(personId)).toHaveLength(2)
  })

  it('is for their own officer alone: no other unit, nobody above, never oneself, nobody who left', async () => {
    const { officer, superior, foreign, reader, county, city } = await aWorld()
    // 本单位 is not 下级单位: not the same officer of the city either.
    const above = await aNamedPerson({ unit: city, roles: ['learner', 'hr-officer'] })
    for (const by of [superior, above.reader, foreign, reader])
      expect(await attest(by, reader)).toEqual({ ok: false, error: 'not-found' })
    expect(await attest(officer, officer)).toEqual({ ok: false, error: 'not-found' })
    await attest(officer, reader)
    const [{ id } = { id: '' }] = await listAttestations(reader.personId)
    const given = { personId: reader.personId, id, reason: '不是本单位的事，也来撤回。' }
    for (const by of [foreign, above.reader])
      expect(await withdrawAttestation(by, given, newId())).toMatchObject({ ok: false })
    const other = { ...given, personId: officer.personId }
    expect(await withdrawAttestation(officer, other, newId())).toMatchObject({ ok: false })
    expect(await heldBy(reader)).toEqual([[skill, 2, 60]])

    const admin = await aNamedPerson({ unit: county, roles: ['learner', 'administrator'] })
    await markLeft(admin.reader, reader.personId, newId())
    expect(await attest(officer, reader)).toEqual({ ok: false, error: 'not-found' })
    expect(await withdrawAttestation(officer, given, newId())).toMatchObject({ ok: true })
  })

  it('stays with the unit that gave it: after a move the new one neither reads it nor takes it back', async () => {
    const { officer, reader, elsewhere, foreign } = await aWorld()
    await attest(officer, reader)
    const [{ id } = { id: '' }] = await listAttestations(reader.personId)
    await write((tx) =>
      tx
        .update(people)
        .set({ unitId: elsewhere.id, organisationId: elsewhere.id })
        .where(eq(people.id, reader.personId)),
    )
    expect(await listAttestations(reader.personId, elsewhere.id)).toEqual([])
    const given = { personId: reader.personId, id, reason: '不是本单位给的鉴定，也来撤回。' }
    for (const by of [officer, foreign])
      expect(await withdrawAttestation(by, given, newId())).toMatchObject({ ok: false })
    await attest(foreign, reader)
    expect(await heldBy(reader)).toEqual([[skill, 2, 84]])
  })

  it('is of a skill of the spine that is no white hat’s', async () => {
    const { officer, reader } = await aWorld()
    await hasSecuritySkills()
    for (const skill of ['no-such-skill', 'log-analysis']) {
      const given = { personId: reader.personId, skill, level: 2, grounds: '示例' }
      expect(await attestSkill(officer, given, newId())).toEqual({ ok: false, error: 'not-found' })
    }
  })
})
