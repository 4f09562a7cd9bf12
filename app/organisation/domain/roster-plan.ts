import { type Identity, normaliseLogin } from './identity.ts'
import { nearest } from './nearest.ts'
import type { PersonState, StaffKind } from './organisation.ts'
import { resembling } from './resembling.ts'
import type { RosterDraft, RosterRow } from './roster.ts'
import { type RosterColumn, type RosterProblem, rosterColumns } from './roster-columns.ts'

/** A person of the unit as the platform has them now. */
export type KnownPerson = {
  personId: string
  state: PersonState
  identity: Identity
  organisationId: string
  staffKind: StaffKind
  grade: string
  roleProfile: string | null
  /** Holds a role that the importer could not grant, who so may not change where their mail goes. */
  beyondImporter?: boolean
}

/** What a roster is compared with: one unit, and the logins that others have. */
export type RosterContext = {
  /**
   * The unit and its departments that are not retired; `trail` is the names from the unit down. A row may
   * name one by its id as well: the form for one person does.
   */
  departments: { id: string; names: string[]; trail: string }[]
  roleProfiles: { code: string; names: string[] }[]
  people: KnownPerson[]
  /** Staff numbers and e-mails of the file that people outside the unit have, normalised. */
  elsewhere: ReadonlySet<string>
}

/** One column that differs, as it is stored: ids and codes, '' for nothing. */
export type RosterChange = { column: RosterColumn; from: string; to: string }

/** What the import would do with one person. */
export type RosterEntry = {
  line: number
  /** Absent for someone new. */
  personId?: string
  identity: Identity
  organisationId: string
  staffKind: StaffKind
  grade: string
  roleProfile: string | null
  /** What differs from what is there; of someone new, all that would be recorded beside name and number. */
  changes: RosterChange[]
  /** Of someone new: who on record they probably are. */
  resembles?: Identity
}

export type RosterPlan = {
  added: RosterEntry[]
  changed: RosterEntry[]
  unchanged: number
  problems: RosterProblem[]
}

type Lookup = (text: string) => string[]

function lookup(entries: { value: string; names: string[] }[]): Lookup {
  const byName = new Map<string, string[]>()
  for (const { value, names } of entries) {
    for (const name of new Set(names.map(normaliseLogin))) {
      byName.set(name, [...(byName.get(name) ?? []), value])
    }
  }
  return (text) => byName.get(normaliseLogin(text)) ?? []
}

/** Different texts that a suggestion is looked for; a file with more is not a matter of slips. */
const mostSuggested = 100

/** What was probably meant by a text, looked for once; a whole file of unknown names takes no time. */
function suggestions(names: string[]): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (text) => {
    if (!known.has(text) && known.size < mostSuggested) known.set(text, nearest(text, names))
    return known.get(text)
  }
}

function lookups({ departments, roleProfiles }: RosterContext) {
  return {
    department: lookup(
      departments.map(({ id, names, trail }) => ({ value: id, names: [...names, trail, id] })),
    ),
    nearDepartment: suggestions(departments.flatMap(({ names }) => names)),
    roleProfile: lookup(
      roleProfiles.map(({ code, names }) => ({ value: code, names: [code, ...names] })),
    ),
    nearProfile: suggestions(roleProfiles.flatMap(({ names }) => names)),
  }
}

type Lookups = ReturnType<typeof lookups>
type Note = (column: RosterColumn, code: RosterProblem['code'], hint?: string) => undefined

function resolveDepartment(text: string, { department, nearDepartment }: Lookups, note: Note) {
  const [id, ...others] = department(text)
  if (!id) return note('department', 'unknown-department', nearDepartment(text))
  if (others.length > 0) return note('department', 'ambiguous-department')
  return id
}

function resolveRoleProfile(text: string, known: Lookups, note: Note) {
  const [code] = known.roleProfile(text)
  return code ?? note('roleProfile', 'unknown-role-profile', known.nearProfile(text))
}

/** Empty optional cells change nothing: a roster without e-mails does not erase them. */
function merged(row: RosterRow, known: KnownPerson | undefined): Identity {
  const { name, email = known?.identity.email, phone = known?.identity.phone } = row
  const staffNumber = known?.identity.staffNumber ?? row.staffNumber
  return { name, staffNumber, ...(email && { email }), ...(phone && { phone }) }
}

type Recorded = Pick<
  RosterEntry,
  'identity' | 'organisationId' | 'staffKind' | 'grade' | 'roleProfile'
>

function stored({ identity, organisationId, staffKind, grade, roleProfile }: Recorded) {
  const { name, staffNumber, email = '', phone = '' } = identity
  return {
    ...{ name, staffNumber, email, phone, staffKind, grade },
    department: organisationId,
    roleProfile: roleProfile ?? '',
  } satisfies Record<RosterColumn, string>
}

function changesOf(entry: Recorded, known?: KnownPerson): RosterChange[] {
  const after = stored(entry)
  const { name, staffNumber } = after
  const before: Partial<typeof after> = known ? stored(known) : { name, staffNumber }
  return rosterColumns
    .map((column) => ({ column, from: before[column] ?? '', to: after[column] }))
    .filter(({ from, to }) => from !== to)
}

/** Logins of the unit's own people, whose e-mail a row may not take for somebody else. */
function ownersOf(people: KnownPerson[]) {
  return {
    number: new Map(people.map((each) => [normaliseLogin(each.identity.staffNumber), each])),
    email: new Map(
      people.flatMap(({ identity, personId }) =>
        identity.email ? [[normaliseLogin(identity.email), personId] as const] : [],
      ),
    ),
  }
}

/** Who has the row's number and e-mail now, and whether the row may have them. */
function checkLogins(row: RosterDraft, owners: Owners, elsewhere: Logins, note: Note) {
  const number = row.staffNumber && normaliseLogin(row.staffNumber)
  const person = number ? owners.number.get(number) : undefined
  if (person?.state === 'left') note('staffNumber', 'has-left')
  if (number && elsewhere.has(number)) note('staffNumber', 'used-elsewhere')
  const email = row.email && normaliseLogin(row.email)
  const owner = email ? owners.email.get(email) : undefined
  const taken = email && (elsewhere.has(email) || (owner && owner !== person?.personId))
  if (taken) note('email', 'used-elsewhere')
  const isNew = email && email !== normaliseLogin(person?.identity.email ?? '')
  if (isNew && person?.beyondImporter) note('email', 'email-beyond')
  return person
}

type Logins = RosterContext['elsewhere']
type Owners = ReturnType<typeof ownersOf>

/** Checks rows against one unit; what it finds goes to `problems`. */
function checker(context: RosterContext, problems: RosterProblem[]) {
  const known = lookups(context)
  const owners = ownersOf(context.people)
  return (row: RosterDraft) => {
    const note: Note = (column, code, hint) => {
      const value = (row[column] ?? '').slice(0, 40)
      problems.push({ line: row.line, column, code, value, ...(hint && { hint }) })
    }
    const { department, roleProfile } = row
    return {
      person: checkLogins(row, owners, context.elsewhere, note),
      organisationId: department && resolveDepartment(department, known, note),
      roleProfile: roleProfile && resolveRoleProfile(roleProfile, known, note),
    }
  }
}

/**
 * What importing `rows` into the unit would change, and every problem that stands against it;
 * `drafts` cannot be imported, but are checked as far as they can be read.
 */
export function planRoster(
  rows: RosterRow[],
  context: RosterContext,
  drafts: RosterDraft[] = [],
): RosterPlan {
  const plan: RosterPlan = { added: [], changed: [], unchanged: 0, problems: [] }
  const check = checker(context, plan.problems)
  const likely = resembling(context.people)
  for (const row of rows) {
    const before = plan.problems.length
    const { person, organisationId, roleProfile: profile } = check(row)
    if (plan.problems.length > before || !organisationId) continue
    const { line, staffKind, grade } = row
    const roleProfile = profile || person?.roleProfile || null
    const identity = merged(row, person)
    const entry = { line, identity, organisationId, staffKind, grade, roleProfile }
    if (!person) {
      const resembles = likely(entry)
      plan.added.push({ ...entry, changes: changesOf(entry), ...(resembles && { resembles }) })
    } else {
      const changes = changesOf(entry, person)
      if (changes.length === 0) plan.unchanged++
      else plan.changed.push({ ...entry, personId: person.personId, changes })
    }
  }
  for (const draft of drafts) check(draft)
  return plan
}

/** The name that an entry would put in another's place; undefined where the name stays. */
export function renaming({ changes }: RosterEntry): RosterChange | undefined {
  return changes.find(({ column }) => column === 'name')
}

/**
 * Those whose name would change under the number they have, and those new who probably are on record
 * under another number, but for the rows `confirmed`. Most often the number is mistyped: the row would
 * give one person's record and login to somebody else, or make one person two.
 */
export function unconfirmed({ added, changed }: RosterPlan, confirmed: number[]): RosterEntry[] {
  const doubtful = [...changed.filter(renaming), ...added.filter(({ resembles }) => resembles)]
  return doubtful.filter(({ line }) => !confirmed.includes(line))
}

/** What was shown to whoever confirms: the same mark means that the same will be done. */
export function planMark({ added, changed, unchanged }: RosterPlan): string {
  return JSON.stringify([
    added.map(({ line }) => line),
    changed.map(({ line, changes }) => [line, changes]),
    unchanged,
  ])
}
