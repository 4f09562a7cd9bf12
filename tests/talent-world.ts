import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { frameworkFile, roleProfile } from '#app/talent/domain/framework.ts'
import type { ContractKind } from '#app/talent/domain/kinds.ts'
import type { Reader } from '#db/accounts/sessions.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { newId } from '#db/id.server.ts'
import { addEvidence, type NewEvidence } from '#db/talent/evidence.server.ts'
import { publishFramework, publishRoleProfile } from '#db/talent/publish.server.ts'
import { giveConsent } from '#db/talent/registry-commands.server.ts'
import { anOrganisation } from '#tests/factories.ts'
import { aNamedPerson } from '#tests/named.ts'

/** A city bureau with a superior officer, a county bureau below it, and a county elsewhere. */
export async function aTalentWorld() {
  const city = await anOrganisation({ tier: 'prefecture', regionCode: '990100' })
  const county = await anOrganisation({ parent: city })
  const elsewhere = await anOrganisation({ regionCode: '990102' })
  const [superior, officer, foreign] = await Promise.all([
    aNamedPerson({ unit: city, roles: ['learner', 'hr-superior'] }),
    aNamedPerson({ unit: county, roles: ['learner', 'hr-officer'] }),
    aNamedPerson({ unit: elsewhere, roles: ['learner', 'hr-officer', 'hr-superior'] }),
  ])
  return {
    ...{ city, county, elsewhere },
    superior: superior.reader,
    officer: officer.reader,
    foreign: foreign.reader,
  }
}

/** Publishes the product's own security skills and role profiles. */
export async function hasSecuritySkills() {
  await hasSkillsOf('white-hat')
  const yaml = (path: string): unknown => parse(readFileSync(`content/${path}`, 'utf8'))
  const command = { actorId: 'system', action: 'content.published', subjectId: 'roles' } as const
  return perform(command, async (work) => {
    for (const file of readdirSync('content/roles')) {
      await publishRoleProfile(work, roleProfile.parse(yaml(`roles/${file}`)))
    }
  })
}

/** Publishes one of the product's own sets of skills. */
export function hasSkillsOf(name: 'everyone' | 'white-hat') {
  const text = readFileSync(`content/frameworks/${name}.yaml`, 'utf8')
  const command = { actorId: 'system', action: 'content.published', subjectId: name } as const
  const framework = frameworkFile.parse(parse(text))
  return perform(command, async (work) => {
    await publishFramework(work, framework)
    return framework.skills.map(({ code }) => code)
  })
}

/** Gives a person evidence of a skill: enough, by itself, to hold the level. */
export function hasShown(
  reader: Reader,
  skill: string,
  level: number,
  more: Partial<NewEvidence> = {},
) {
  const { personId } = reader
  return perform({ actorId: 'system', action: 'evidence.added', subjectId: personId }, (work) =>
    addEvidence(work, {
      ...{ personId, skill, level, kind: 'supervised-test', issuer: 'platform' },
      ...{ sourceId: newId(), sourceVersion: '1', ...more },
    }),
  )
}

/** Opts a person in, for every kind of engagement by default. */
export async function optsIn(
  reader: Reader,
  contracts: ContractKind[] = ['temporary-posting', 'secondment', 'fixed-term'],
  availableFrom = '',
): Promise<void> {
  const given = await giveConsent(reader.personId, { availableFrom, contracts }, newId())
  if (!given.ok) throw new Error(given.error)
}

/** So many people of a unit who are in no pool and have shown these levels. */
export async function colleagues(
  unit: Awaited<ReturnType<typeof anOrganisation>>,
  count: number,
  held: Record<string, number>,
) {
  const people: Awaited<ReturnType<typeof aNamedPerson>>[] = []
  for (let i = 0; i < count; i++) {
    const person = await aNamedPerson({ unit })
    for (const [skill, level] of Object.entries(held)) await hasShown(person.reader, skill, level)
    people.push(person)
  }
  return people
}

/** So many people of a unit who opted in and hold the skill at the level. */
export async function aPool(
  unit: Awaited<ReturnType<typeof anOrganisation>>,
  count: number,
  held = { skill: 'data-sql', level: 3 },
): Promise<Reader[]> {
  const readers: Reader[] = []
  for (let i = 0; i < count; i++) {
    const { reader } = await aNamedPerson({ unit })
    await hasShown(reader, held.skill, held.level)
    await optsIn(reader)
    readers.push(reader)
  }
  return readers
}
