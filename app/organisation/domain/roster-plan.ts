import { type Identity, normaliseLogin } from './identity.ts'
import { nearest } from './nearest.ts'
import type { PersonState, StaffKind } from './organisation.ts'
import type { RosterRow } from './roster.ts'
import type { RosterColumn, RosterProblem } from './roster-columns.ts'

/** A person of the unit as the platform has them now. */
export type KnownPerson = {
  personId: string
  state: PersonState
  identity: Identity
  organisationId: string
  staffKind: StaffKind
  grade: string
  roleProfile: string | null
}

/** What a roster is compared with: one unit, and the logins that others have. */
export type RosterContext = {
  /** The unit and its departments that are not retired; `trail` is the names from the unit down. */
  departments: { id: string; names: string[]; trail: string }[]
  roleProfiles: { code: string; names: string[] }[]
  people: KnownPerson[]
  /** Staff numbers and e-mails of the file that people outside the unit have, normalised. */
  elsewhere: ReadonlySet<string>
}

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
  /** Columns that differ from what is there; empty for someone new. */
  changes: RosterColumn[]
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

function lookups({ departments, roleProfiles }: RosterContext) {
  return {
    department: lookup(
      departments.map(({ id, names, trail }) => ({ value: id, names: [...names, trail] })),
    ),
    departmentNames: departments.flatMap(({ names }) => names),
    roleProfile: lookup(
      roleProfiles.map(({ code, names }) => ({ value: code, names: [code, ...names] })),
    ),
    roleProfileNames: roleProfiles.flatMap(({ names }) => names),
  }
}

type Lookups = ReturnType<typeof lookups>
type Note = (column: RosterColumn, code: RosterProblem['code'], hint?: string) => undefined

function resolveDepartment(row: RosterRow, { department, departmentNames }: Lookups, note: Note) {
  const [id, ...others] = department(row.department)
  if (!id) return note('department', 'unknown-department', nearest(row.department, departmentNames))
  if (others.length > 0) return note('department', 'ambiguous-department')
  return id
}

function resolveRoleProfile(row: RosterRow, known: Lookups, note: Note) {
  if (!row.roleProfile) return null
  const [code] = known.roleProfile(row.roleProfile)
  const hint = nearest(row.roleProfile, known.roleProfileNames)
  return code ?? note('roleProfile', 'unknown-role-profile', hint)
}

/** Empty optional cells change nothing: a roster without e-mails does not erase them. */
function merged(row: RosterRow, known: KnownPerson | undefined): Identity {
  const { name, email = known?.identity.email, phone = known?.identity.phone } = row
  const staffNumber = known?.identity.staffNumber ?? row.staffNumber
  return { name, staffNumber, ...(email && { email }), ...(phone && { phone }) }
}

function changesOf(entry: Omit<RosterEntry, 'changes'>, known: KnownPerson): RosterColumn[] {
  const differs: Record<RosterColumn, boolean> = {
    name: entry.identity.name !== known.identity.name,
    staffNumber: false,
    department: entry.organisationId !== known.organisationId,
    staffKind: entry.staffKind !== known.staffKind,
    grade: entry.grade !== known.grade,
    roleProfile: entry.roleProfile !== known.roleProfile,
    email: entry.identity.email !== known.identity.email,
    phone: entry.identity.phone !== known.identity.phone,
  }
  return (Object.keys(differs) as RosterColumn[]).filter((column) => differs[column])
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

/** What importing `rows` into the unit would change, and every problem that stands against it. */
export function planRoster(rows: RosterRow[], context: RosterContext): RosterPlan {
  const plan: RosterPlan = { added: [], changed: [], unchanged: 0, problems: [] }
  const known = lookups(context)
  const owners = ownersOf(context.people)
  for (const row of rows) {
    const before = plan.problems.length
    const note: Note = (column, code, hint) => {
      const value = (row[column] ?? '').slice(0, 40)
      plan.problems.push({ line: row.line, column, code, value, ...(hint && { hint }) })
    }
    const person = owners.number.get(normaliseLogin(row.staffNumber))
    if (person?.state === 'left') note('staffNumber', 'has-left')
    if (context.elsewhere.has(normaliseLogin(row.staffNumber)))
      note('staffNumber', 'used-elsewhere')
    const email = row.email && normaliseLogin(row.email)
    const owner = email ? owners.email.get(email) : undefined
    if (email && (context.elsewhere.has(email) || (owner && owner !== person?.personId)))
      note('email', 'used-elsewhere')
    const organisationId = resolveDepartment(row, known, note)
    const profile = resolveRoleProfile(row, known, note)
    if (plan.problems.length > before || !organisationId || profile === undefined) continue
    const { line, staffKind, grade } = row
    const roleProfile = profile ?? person?.roleProfile ?? null
    const identity = merged(row, person)
    const entry = { line, identity, organisationId, staffKind, grade, roleProfile }
    if (!person) plan.added.push({ ...entry, changes: [] })
    else {
      const changes = changesOf(entry, person)
      if (changes.length === 0) plan.unchanged++
      else plan.changed.push({ ...entry, personId: person.personId, changes })
    }
  }
  return plan
}

/** What was shown to whoever confirms: the same mark means that the same will be done. */
export function planMark({ added, changed, unchanged }: RosterPlan): string {
  return JSON.stringify([
    added.map(({ line }) => line),
    changed.map(({ line, changes }) => [line, ...changes]),
    unchanged,
  ])
}
