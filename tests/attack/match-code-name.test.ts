import { beforeAll, describe, expect, it } from 'vitest'
import { leastShown } from '#app/talent/domain/suppression.ts'
import { quarterOf } from '#app/white-hat/domain/quarter.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import { read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { withdrawConsent } from '#db/talent/leaving.server.ts'
import { findWhiteHat } from '#db/vault/white-hats.server.ts'
import { applyAsWhiteHat, withdrawAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { whiteHatEntries, whiteHatSkills } from '#db/white-hat/tables.server.ts'
import { anOrganisation } from '#tests/factories.ts'
import { colleagues, hasSecuritySkills, hasShown, optsIn } from '#tests/talent-world.ts'
import { withDatabase } from '#tests/test-db.ts'
import { dumpMain } from './main-database.ts'

// An attacker has the whole main database, its order and its history, and the masked pool as the
// officers see it, and knows this program. Each test is one way to match the two.

withDatabase()

type People = Awaited<ReturnType<typeof colleagues>>
const people: People = []
const idOf = (index: number) => people[index]!.reader.personId

beforeAll(async () => {
  await hasSecuritySkills()
  const city = await anOrganisation({ tier: 'prefecture', regionCode: '990100' })
  const county = await anOrganisation({ parent: city })
  const far = await anOrganisation({ regionCode: '990201' })
  const expert = { 'log-forensics': 4, 'log-analysis': 3, 'reverse-engineering': 4 }
  // Real pools are uneven: one expert, a few who are good, a team, many beginners.
  people.push(...(await colleagues(county, 1, expert)))
  people.push(...(await colleagues(county, 4, { 'log-forensics': 3, 'log-analysis': 3 })))
  people.push(...(await colleagues(city, 6, { 'log-forensics': 2, 'log-analysis': 2 })))
  people.push(...(await colleagues(far, 5, { 'log-analysis': 1 })))
  people.push(...(await colleagues(far, 3, { 'malware-analysis': 3 })))
  people.push(...(await colleagues(county, 7, {})))
})

/** What a row says, without the code name. */
async function saidOf(personId: string): Promise<string> {
  const codeName = (await findWhiteHat(personId))?.codeName ?? ''
  const [entry] = await read()
    .select()
    .from(whiteHatEntries)
    .where(eq(whiteHatEntries.codeName, codeName))
  const held = await read()
    .select()
    .from(whiteHatSkills)
    .where(eq(whiteHatSkills.codeName, codeName))
    .orderBy(whiteHatSkills.skill)
  return JSON.stringify([entry, held]).replaceAll(codeName, 'code name')
}

describe('what an entry says', () => {
  // Black box, and so whatever rule decides what is said: the attacker runs the program itself.
  it.each<WhiteHatRole>(['incident-responder', 'reverse-engineer'])(
    'would be said of at least five people, had they applied as %s',
    { timeout: 60_000 },
    async (role) => {
      const said: string[] = []
      for (const { reader } of people) {
        await applyAsWhiteHat(reader.personId, role)
        await rebuildWhiteHatPool()
        said.push(await saidOf(reader.personId))
        await withdrawAsWhiteHat(reader.personId)
      }
      expect(said[0]).toContain(role)
      for (const one of said) {
        const candidates = said.filter((other) => other === one).length
        expect(candidates, one).toBeGreaterThanOrEqual(leastShown)
      }
      // And it is worth asking: skills and places are still told where enough people share them.
      expect(new Set(said).size).toBeGreaterThanOrEqual(role === 'incident-responder' ? 4 : 2)
    },
  )

  it('has no moment finer than a quarter, and no confidence finer than a tenth', async () => {
    await applyAsWhiteHat(idOf(1), 'incident-responder')
    await rebuildWhiteHatPool()
    const held = await read().select().from(whiteHatSkills)
    expect(held.length).toBeGreaterThan(0)
    for (const { evidenceAt, confidence } of held) {
      expect(evidenceAt).toBe(quarterOf(evidenceAt))
      expect(confidence * 10).toBeCloseTo(Math.round(confidence * 10), 9)
    }
    await withdrawAsWhiteHat(idOf(1))
  })
})

/** Ids, moments, hashes and sealed text look like what they are; all that differs by chance is gone. */
function shapeOf(line: string, personId: string): string {
  return line
    .replaceAll(personId, '<person>')
    .replace(/"act\\":\\"([^"\\]*)\\"/g, (_, act: string) => `"act":<${act.length} sealed>`)
    .replace(/[0-9a-f]{64}/g, '<hash>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\b1[0-9]{12}\b/g, '<moment>')
    .replace(/"code":"\w+"/g, '<code>')
    .replace(/"sequence":\d+/g, '<sequence>')
}

/** What a command changed in the main database: rows that came and rows that went. */
async function traceOf(personId: string, command: () => Promise<unknown>): Promise<string[]> {
  const before = await dumpMain()
  await command()
  const after = await dumpMain()
  const came = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)
  const went = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`)
  return [...came, ...went].map((line) => shapeOf(line, personId)).sort()
}

describe('the traces in the main database', () => {
  it('are the same whether someone of the ordinary pool applies or only leaves', async () => {
    for (const index of [11, 12]) await optsIn(people[index]!.reader)
    const applied = await traceOf(idOf(11), () => applyAsWhiteHat(idOf(11), 'red-team'))
    const left = await traceOf(idOf(12), () => withdrawConsent(idOf(12)))
    expect(applied.length).toBeGreaterThan(4)
    expect(applied).toEqual(left)
    await withdrawAsWhiteHat(idOf(11))
  })

  it('are none when someone of no pool applies, withdraws and applies again', async () => {
    const personId = idOf(13)
    const apply = () => applyAsWhiteHat(personId, 'red-team')
    const withdraw = () => withdrawAsWhiteHat(personId)
    for (const act of [apply, withdraw, apply, withdraw]) {
      const before = await findWhiteHat(personId)
      expect(await traceOf(personId, act)).toEqual([])
      expect(await findWhiteHat(personId)).not.toEqual(before)
    }
    expect(await traceOf(personId, () => withdrawConsent(personId))).toEqual([])
  })

  it('of a withdrawal are the lines of the code name that go, and no moment', async () => {
    const personId = idOf(6)
    await applyAsWhiteHat(personId, 'incident-responder')
    await rebuildWhiteHatPool()
    const trace = await traceOf(personId, () => withdrawAsWhiteHat(personId))
    expect(trace.length).toBeGreaterThan(0)
    for (const line of trace) expect(line).toMatch(/^- whiteHat(Entries|Skills): /)
  })

  it('of a refused or repeated application are none', async () => {
    const personId = idOf(14)
    await applyAsWhiteHat(personId, 'red-team')
    expect(await traceOf(personId, () => applyAsWhiteHat(personId, 'red-team'))).toEqual([])
    expect(await traceOf(personId, () => applyAsWhiteHat(personId, 'threat-hunter'))).toEqual([])
    await withdrawAsWhiteHat(personId)
  })

  it('have no row that came into the pool with the command that applied', async () => {
    await hasShown(people[5]!.reader, 'log-analysis', 2)
    const trace = await traceOf(idOf(5), () => applyAsWhiteHat(idOf(5), 'incident-responder'))
    expect(trace.filter((line) => line.includes('whiteHat'))).toEqual([])
    expect(trace.filter((line) => line.includes('pool'))).toEqual([])
    await withdrawAsWhiteHat(idOf(5))
  })
})

describe('the order of rows', () => {
  it('of the pool follows neither who applied first nor how rows of people stand', async () => {
    for (let index = 0; index < 8; index++) await applyAsWhiteHat(idOf(index), 'threat-hunter')
    const codeNames: string[] = []
    for (let index = 0; index < 8; index++) {
      codeNames.push((await findWhiteHat(idOf(index)))!.codeName)
    }
    const orders = new Set<string>()
    let agree = 0
    const tries = 40
    for (let i = 0; i < tries; i++) {
      await rebuildWhiteHatPool()
      const places = (await read().select().from(whiteHatEntries)).map(({ codeName }) =>
        codeNames.indexOf(codeName),
      )
      orders.add(places.join())
      agree += places.filter((place, at) => place === at).length
    }
    expect(orders.size).toBeGreaterThan(tries / 2)
    // By chance one of the eight stands in its place each time; 120 of 320 has odds below 10⁻²⁰.
    expect(agree).toBeLessThan(tries * 3)
  })
})
