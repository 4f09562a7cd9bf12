import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from '#app/accounts/password.server.ts'
import { readYaml } from '#app/authoring/yaml-file.server.ts'
import { importRoster } from '#app/organisation/import-roster.server.ts'
import {
  activatePeople,
  attestSkills,
  certifySkills,
  grantDemonstrationRoles,
  isEmptyInstallation,
  plantOrganisations,
} from '#db/demonstration/commands.server.ts'
import { addPerson } from '#db/organisation/person-commands.server.ts'
import { giveConsent } from '#db/talent/registry-commands.server.ts'
import { findLogins } from '#db/vault/identities.server.ts'
import { applyAsWhiteHat } from '#db/white-hat/commands.server.ts'
import { rebuildWhiteHatPool } from '#db/white-hat/rebuild.server.ts'
import { writeAccounts } from './accounts.server.ts'
import { type CountyFile, countyFile } from './county.ts'
import { studyModule } from './study.server.ts'

const folder = 'content/demonstration'
/** No 0, 1, i, l, o: passwords are read off a screen or paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

/** The demonstration's own file, and what is wrong with it. */
export function checkCounty() {
  const file = join(folder, 'county.yaml')
  return { file, ...readYaml(readFileSync(file, 'utf8'), countyFile, file) }
}

function readCounty(): CountyFile {
  const { file, value, problems } = checkCounty()
  if (!value) throw new Error(`${file}: ${problems[0]?.message}`)
  return value
}

/** Staff numbers of the roster, in its order. */
function rosterNumbers(): string[] {
  const [, ...lines] = readFileSync(join(folder, 'roster.csv'), 'utf8').trim().split('\n')
  return lines.map((line) => line.split(',')[1] ?? '')
}

async function hireEveryone(county: CountyFile, places: Map<string, string>) {
  const unitId = places.get('county') ?? ''
  const roster = readFileSync(join(folder, 'roster.csv'))
  const report = await importRoster(roster, { by: 'operator', unitId })
  if (!report.imported)
    throw new Error(`the roster was refused: ${JSON.stringify(report.problems)}`)
  for (const { staffNumber, name, organisation, grade, post } of county.people) {
    const organisationId = places.get(organisation) ?? ''
    const added = await addPerson({
      identity: { name, staffNumber },
      post: { organisationId, staffKind: 'civil-servant', grade, roleProfile: post },
      roles: [],
    })
    if (!added.ok) throw new Error(`${staffNumber}: ${added.error}`)
  }
  const numbers = [...rosterNumbers(), ...county.people.map(({ staffNumber }) => staffNumber)]
  return findLogins('staff-number', numbers)
}

/**
 * Makes the demonstration county, by the same commands that everyone uses. Does nothing where there
 * is an organisation already. Returns the file with the accounts.
 */
export async function seedDemonstration(): Promise<string | undefined> {
  if (!(await isEmptyInstallation())) return
  const county = readCounty()
  const places = await plantOrganisations(county.organisations)
  const people = await hireEveryone(county, places)
  const idOf = (staffNumber: string) => {
    const id = people.get(staffNumber)
    if (!id) throw new Error(`nobody has the staff number ${staffNumber}`)
    return id
  }
  const accounts = [...people.keys()].map((staffNumber) => ({
    staffNumber,
    password: newPassword(),
    roles: county.roles.filter((r) => r.staffNumber === staffNumber).map(({ role }) => role),
  }))
  const hashes = await Promise.all(
    accounts.map(async ({ staffNumber, password }) => {
      return [idOf(staffNumber), await hashPassword(password)] as const
    }),
  )
  await activatePeople(new Map(hashes))
  await grantDemonstrationRoles(
    county.roles.map(({ staffNumber, role, organisation }) => {
      return { personId: idOf(staffNumber), role, organisationId: places.get(organisation) ?? '' }
    }),
  )
  const officer = county.roles.find(({ role }) => role === 'hr-officer')
  await attestSkills(
    {
      unitId: places.get(officer?.organisation ?? '') ?? '',
      by: officer ? idOf(officer.staffNumber) : 'operator',
    },
    county.attested.map(({ staffNumber, ...rest }) => ({ personId: idOf(staffNumber), ...rest })),
  )
  await certifySkills(
    county.certified.map(({ staffNumber, ...rest }) => ({ personId: idOf(staffNumber), ...rest })),
  )
  for (const { staffNumber, module } of county.studied) {
    await studyModule(idOf(staffNumber), module)
  }
  for (const { staffNumber, contracts } of county.registered) {
    await giveConsent(idOf(staffNumber), { contracts, availableFrom: '' }, `demo-${staffNumber}`)
  }
  for (const { staffNumber, role } of county.whiteHats) {
    await applyAsWhiteHat(idOf(staffNumber), role)
  }
  await rebuildWhiteHatPool()
  return writeAccounts(accounts)
}
