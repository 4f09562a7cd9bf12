import { expect, it } from 'vitest'
import { read } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { attestSkill } from '#db/talent/attestations.server.ts'
import { listSkills } from '#db/talent/frameworks.server.ts'
import { applyAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { whiteHatSkills } from '#db/white-hat/tables.server.ts'
import { aTalentWorld, colleagues, hasSecuritySkills, hasSkillsOf } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'

// The attacker is a unit's officer who sees the masked pool as well, and gives chosen colleagues
// evidence to see which code name changes.

withDatabase()

it('cannot be moved by what a unit attests: no skill of the pool can be, whatever its role asks', async () => {
  await hasSecuritySkills()
  const everyone = await hasSkillsOf('everyone')
  const { county, officer } = await aTalentWorld()
  const held = { 'log-forensics': 2, 'log-analysis': 2 }
  const people = await colleagues(county, 12, held)
  // This role asks for a skill that is no security skill.
  for (const { reader } of people.slice(0, 3)) await applyAsWhiteHat(reader.personId, 'red-team')
  await rebuildWhiteHatPool()
  const said = async () =>
    (await read().select().from(whiteHatSkills))
      .map(({ skill, level }) => `${skill} ${level}`)
      .sort()
  const before = await said()
  expect(before.length).toBeGreaterThan(0)

  let attested = 0
  for (const { code: skill } of await listSkills()) {
    for (const { reader } of people.slice(0, 5)) {
      const given = { personId: reader.personId, skill, level: 4, grounds: '示例依据示例依据' }
      if ((await attestSkill(officer, given, newId())).ok) attested++
    }
  }
  await rebuildWhiteHatPool()
  expect(await said()).toEqual(before)
  expect(attested).toBe(5 * everyone.length)
})
