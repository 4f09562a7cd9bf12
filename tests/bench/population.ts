import { randomBytes } from 'node:crypto'
import { hashPassword } from '#app/accounts/password.server.ts'
import { codeFrom, consentWording } from '#app/talent/domain/registry.ts'
import { perform } from '#db/audit/perform.server.ts'
import { activatePeople } from '#db/demonstration/commands.server.ts'
import { newId } from '#db/id.server.ts'
import { insertPeople, type NewPerson } from '#db/organisation/person-commands.server.ts'
import { registryConsents, registryContracts, registryEntries } from '#db/talent/tables.server.ts'
import { identitiesMessage } from '#db/vault/identities.server.ts'
import { anOrganisation } from '#tests/factories.ts'
import { day, inChunks, type Seeded } from './seeded.ts'

/** Posts of content/roles that anyone may hold; the learner who is measured has the first. */
const posts = [
  'county-data-officer',
  'general-office-clerk',
  'service-window-clerk',
  'department-head',
  'web-editor',
  'procurement-officer',
  'information-security-liaison',
  'digital-project-lead',
]
const grades = ['一级科员', '二级科员', '四级主任科员', '三级主任科员']
const peopleInUnit = 250
const peopleInMessage = 1_000

type Unit = Awaited<ReturnType<typeof anOrganisation>>

/** A city's bureau and, below it, a county's units with so many people between them. */
export async function plantUnits(count: number): Promise<{ city: Unit; units: Unit[] }> {
  const city = await anOrganisation({ tier: 'prefecture', regionCode: '990100' })
  const units: Unit[] = []
  for (let n = 0; n * peopleInUnit < count; n++) {
    const regionCode = n % 2 === 0 ? '990101' : '990102'
    units.push(await anOrganisation({ parent: city, regionCode, nameZh: `示例第${n + 1}单位` }))
  }
  return { city, units }
}

function newPerson(n: number, unit: Unit): NewPerson {
  return {
    id: newId(),
    organisationId: unit.id,
    unitId: unit.id,
    state: 'invited',
    staffKind: n % 5 === 4 ? 'institution-staff' : 'civil-servant',
    grade: grades[n % grades.length]!,
    // One in ten was imported without a post.
    roleProfile: n % 10 === 0 ? null : posts[n % posts.length]!,
    roles: [],
  }
}

function identityOf({ id: personId }: NewPerson, n: number) {
  const number = String(n).padStart(5, '0')
  const email = `bench-${number}@county.example`
  return { personId, identity: { name: `示例人员${number}`, staffNumber: `B${number}`, email } }
}

/**
 * Hires `count` people as a roster does, with their identities in the vault, and makes them active with
 * one password. Returns them in order.
 */
export async function hirePeople(count: number, units: Unit[]): Promise<Seeded[]> {
  const hired = Array.from({ length: count }, (_, n) => newPerson(n, units[n % units.length]!))
  for (let from = 0; from < count; from += peopleInMessage) {
    const part = hired.slice(from, from + peopleInMessage)
    const command = { actorId: 'operator', action: 'roster.imported', subjectId: 'bench' } as const
    await perform(command, async (work) => {
      await insertPeople(work, 'operator', part)
      const messages = part.map((person, index) => identityOf(person, from + index))
      await work.post('identity', identitiesMessage(messages))
    })
  }
  const hash = await hashPassword('a password that is long enough')
  await activatePeople(new Map(hired.map(({ id }) => [id, hash])))
  return hired.map(({ id, unitId }, n) => ({ id, n, unit: units.find((u) => u.id === unitId)! }))
}

/** So many codes of the pool, each another. */
function freshCodes(count: number): string[] {
  const codes = new Set<string>()
  while (codes.size < count) codes.add(codeFrom(randomBytes(6)))
  return [...codes]
}

/** Puts nine of ten into the talent pool: the rows of `giveConsent`, in one command. */
export async function openRegistry(people: Seeded[]): Promise<void> {
  const entering = people.filter(({ n }) => n % 10 !== 0)
  const codes = freshCodes(entering.length)
  const command = { actorId: 'operator', action: 'registry.consented', subjectId: 'bench' } as const
  await perform(command, async ({ tx, at }) => {
    await inChunks(
      entering.map(({ id: personId }) => {
        return { id: newId(at), personId, wording: consentWording, givenAt: at }
      }),
      (rows) => tx.insert(registryConsents).values(rows),
    )
    await inChunks(
      entering.map(({ id: personId, n, unit }, index) => ({
        personId,
        code: codes[index]!,
        unitId: unit.id,
        personState: 'active' as const,
        tier: unit.tier,
        regionCode: unit.regionCode,
        staffKind: newPerson(n, unit).staffKind,
        grade: newPerson(n, unit).grade,
        availableFrom: n % 7 === 0 ? at + 90 * day : null,
      })),
      (rows) => tx.insert(registryEntries).values(rows),
    )
    const kinds = ['temporary-posting', 'part-time-mission', 'fixed-term'] as const
    await inChunks(
      entering.flatMap(({ id: personId, n }) =>
        kinds.slice(0, 1 + (n % 3)).map((contract) => ({ personId, contract })),
      ),
      (rows) => tx.insert(registryContracts).values(rows),
    )
  })
}
