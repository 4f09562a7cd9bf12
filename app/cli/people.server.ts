import { readFileSync } from 'node:fs'
import { text as readText } from 'node:stream/consumers'
import { type CreatePersonFailure, createPerson } from '#app/accounts/create-person.server.ts'
import { type Role, roles } from '#app/accounts/domain/roles.ts'
import { type Tier, tiers } from '#app/organisation/domain/organisation.ts'
import { type RosterProblem, rosterHeadings } from '#app/organisation/domain/roster-columns.ts'
import { importRoster, type RosterReport } from '#app/organisation/import-roster.server.ts'
import { fileProblemWords } from '#app/organisation/roster-words.server.ts'
import { inLocaleOf } from '#app/shared/i18n/locale.server.ts'
import { addTopUnit } from '#db/organisation/organisation-commands.server.ts'
import { listUnits, organisationNamed } from '#db/organisation/organisations.server.ts'
import { placesByCode } from '#db/organisation/regions.server.ts'
import { operatorFile, print, WrongUse, withRuntime } from './operator.server.ts'

function oneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value)
  if (found) return found
  throw new WrongUse(`${value} is no ${what}. Write one of: ${allowed.join(', ')}.`)
}

/** One line, without the line feed that echo or the return key adds; waits for whoever types it. */
async function passwordFromStdin(): Promise<string> {
  const text = await readText(process.stdin)
  const line = text.replace(/\r?\n$/, '')
  if (/[\p{Cc}\ufffd]/u.test(line)) {
    throw new WrongUse('The password must be one line of UTF-8 text: nobody could type this one.')
  }
  return line
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
  'password-common':
    'This password is too easily guessed: choose another, such as a few unrelated words.',
  'password-about-you': 'The password has the name or the login in it: choose another.',
  'password-repetitive': 'The password has fewer than 6 different characters: choose another.',
  'password-invisible': 'The password holds characters that cannot be seen: type it anew.',
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
  const password = passwordStdin ? { password: await passwordFromStdin() } : {}
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

function problemLine({ line, column, code, value, hint }: RosterProblem): string {
  const about = [value && ` “${value}”`, hint && ` (see “${hint}”)`].filter(Boolean).join('')
  return `line ${line}, ${rosterHeadings[column].en}: ${code}${about}`
}

const renamedHint =
  'A name that changes under a staff number is most often a mistyped number. Mend the file; where it is the same person: --rename'

const resemblingHint =
  'Somebody new who is like a person on record is most often a mistyped number. Mend the file; where it is another person: --another'

function reportLines(report: RosterReport): string[] {
  const { imported, added, changed, unchanged, problems, renamed, resembling, fileProblem } = report
  if (fileProblem) return [inLocaleOf('en', () => fileProblemWords(fileProblem))]
  const did = imported ? 'Imported' : 'Nothing was changed'
  const summary = `${did}: ${added} new, ${changed} changed, ${unchanged} unchanged.`
  const names = renamed.map(
    ({ line, staffNumber, from, to }) => `line ${line}, ${staffNumber}: “${from}” becomes “${to}”`,
  )
  if (names.length > 0 && !imported) names.push(renamedHint)
  const likely = resembling.map(
    ({ line, name, staffNumber, known }) => `line ${line}, ${name} ${staffNumber}: like ${known}`,
  )
  if (likely.length > 0 && !imported) likely.push(resemblingHint)
  return [...problems.map(problemLine), ...names, ...likely, summary]
}

/** The unit that `--unit` names; without it, the only one there is. */
async function unitMeant(name: string | undefined): Promise<string> {
  if (name !== undefined) {
    const place = await organisationNamed(name)
    if (place) return place.id
    throw new WrongUse(`There is no unit ${name}, or more than one.`)
  }
  const units = await listUnits()
  if (units.length === 1 && units[0]) return units[0].id
  const names = units.map((unit) => `  --unit ${unit.id}  ${unit.name['zh-CN']}`)
  throw new WrongUse(
    names.length === 0
      ? 'There is no unit yet. Make it first: npm run -s civic -- unit create --help'
      : ['There are several units: say which one.', ...names].join('\n'),
  )
}

type RosterOptions = {
  unit?: string
  dryRun?: boolean
  rename?: boolean
  another?: boolean
  json?: boolean
}

/**
 * `civic roster import FILE`: exit code 1 where the roster has problems, would change a name without
 * `--rename`, or would add somebody who is probably there without `--another`, and was not taken.
 */
export async function rosterImport(path: string, options: RosterOptions): Promise<number> {
  const { unit, dryRun = false, rename = false, another = false, json } = options
  const bytes = readFileSync(operatorFile(path))
  const report = await withRuntime(async () => {
    const unitId = await unitMeant(unit)
    return importRoster(bytes, { by: 'operator', unitId, dryRun, rename, another })
  })
  print(report, reportLines(report), json)
  const renamed = report.renamed.length > 0 && !rename
  const likely = report.resembling.length > 0 && !another
  return report.problems.length > 0 || report.fileProblem || renamed || likely ? 1 : 0
}
