import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type CreatePersonFailure, createPerson } from '#app/accounts/create-person.server.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { type Tier, tiers } from '#app/organisation/domain/organisation.ts'
import { importRoster, type RosterReport } from '#app/organisation/import-roster.server.ts'
import { addTopUnit } from '#db/organisation/organisation-commands.server.ts'
import { organisationNamed } from '#db/organisation/organisations.server.ts'
import { placesByCode } from '#db/organisation/regions.server.ts'
import { operatorPath, print, WrongUse, withRuntime } from './operator.server.ts'

function oneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value)
  if (found) return found
  throw new WrongUse(`${value} is no ${what}. Write one of: ${allowed.join(', ')}.`)
}

/** Without the line feed that echo adds. */
function passwordFromStdin(): string {
  return readFileSync(0, 'utf8').replace(/\r?\n$/, '')
}

const remedies: Record<CreatePersonFailure, string> = {
  'no-organisation':
    'There is no such department, or more than one: write its id or its names from the top, such as 示例县政务服务局/办公室. The first one of all is made by: civic unit create',
  'identity-malformed':
    'The name or the staff number cannot be used: a staff number has letters, digits and hyphens.',
  'staff-number-taken': 'Somebody has this staff number already.',
  'email-taken': 'Somebody has this e-mail address already.',
  'password-too-short': 'The password is too short: use at least 8 characters, better 15 or more.',
  'password-too-long': 'The password is too long.',
  'password-common': 'This password is among the most common ones: choose another.',
  'password-about-you': 'The password has the name or the login in it: choose another.',
  'password-repetitive': 'The password repeats itself: choose another.',
}

export type NewPersonOptions = {
  name: string
  login: string
  role: string
  department: string
  passwordStdin?: boolean
  json?: boolean
}

/** `civic user create` */
export async function userCreate(options: NewPersonOptions): Promise<void> {
  const { name, login, department: organisation, passwordStdin, json } = options
  const role: Role = oneOf('role', options.role, roles)
  const password = passwordStdin ? { password: passwordFromStdin() } : {}
  const done = await withRuntime(() =>
    createPerson({ name, login, role, organisation, ...password }),
  )
  if (!done.ok) throw new WrongUse(remedies[done.error])
  const { personId } = done.value
  const next = passwordStdin
    ? 'They can sign in now.'
    : 'They have no password yet: an administrator makes their invitation under Staff.'
  print({ personId, role }, [`${login} is ${role}. ${next}`], json)
}

export type NewUnitOptions = {
  nameZh: string
  nameEn: string
  tier: string
  region: string
  json?: boolean
}

/** `civic unit create`: the top of a tree; everything below is made in the browser. */
export async function unitCreate(options: NewUnitOptions): Promise<void> {
  const tier: Tier = oneOf('tier', options.tier, tiers)
  const { nameZh, nameEn, region, json } = options
  const id = await withRuntime(async () => {
    if (!(await placesByCode([region])).has(region)) {
      throw new WrongUse(
        `${region} is no region: see content/regions; first: civic content publish`,
      )
    }
    const name = { 'zh-CN': nameZh, en: nameEn }
    return (await addTopUnit({ name, tier, regionCode: region })).id
  })
  print({ id }, [`${nameZh} is there: ${id}`], json)
}

function reportLines(report: RosterReport): string[] {
  const { imported, added, changed, unchanged, problems, fileProblem } = report
  if (fileProblem) return [`The file could not be read: ${fileProblem.code}`]
  const lines = problems.map(({ line, column, code }) => `line ${line}: ${column}: ${code}`)
  const did = imported ? 'Imported' : 'Nothing was changed'
  return [...lines, `${did}: ${added} new, ${changed} changed, ${unchanged} unchanged.`]
}

type RosterOptions = { unit: string; dryRun?: boolean; json?: boolean }

/** `civic roster import FILE`: exit code 1 where the roster has problems and was not taken. */
export async function rosterImport(path: string, options: RosterOptions): Promise<number> {
  const { unit, dryRun = false, json } = options
  const bytes = await readFile(operatorPath(path)).catch(() => {
    throw new WrongUse(`There is no file ${operatorPath(path)}.`)
  })
  const report = await withRuntime(async () => {
    const place = await organisationNamed(unit)
    if (!place) throw new WrongUse(`There is no unit ${unit}, or more than one.`)
    return importRoster(bytes, { by: 'operator', unitId: place.id, dryRun })
  })
  print(report, reportLines(report), json)
  return report.problems.length > 0 || report.fileProblem ? 1 : 0
}
