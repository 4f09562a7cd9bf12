import { type Actor, can } from '#app/accounts/domain/policy.ts'
import { normaliseLogin } from '#app/organisation/domain/identity.ts'
import { mayOpenAccount } from '#app/organisation/domain/role-grants.ts'
import type { RosterDraft, RosterRow } from '#app/organisation/domain/roster.ts'
import {
  type KnownPerson,
  planMark,
  planRoster,
  type RosterContext,
  type RosterEntry,
  type RosterPlan,
  unconfirmed,
} from '#app/organisation/domain/roster-plan.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import {
  type IdentityMessage,
  identitiesMessage,
  identitiesOf,
} from '#db/vault/identities.server.ts'
import { claiming, loginOwners } from './claim-logins.server.ts'
import {
  findOrganisation,
  listDepartments,
  type Organisation,
  organisationById,
} from './organisations.server.ts'
import { insertPeople, moveLearner } from './person-commands.server.ts'
import { listRoleProfileNames } from './role-profiles.server.ts'
import { listHeldRoles } from './staff.server.ts'
import { people } from './tables.server.ts'

/** Who imports: an administrator, or whoever runs the command line. */
export type Importer = Actor | 'operator'

async function unitFor(db: Db, by: Importer, unitId: string): Promise<Organisation | undefined> {
  const unit =
    by === 'operator'
      ? await organisationById(db, unitId)
      : can(by, 'staff.manage')
        ? await findOrganisation(db, by, 'staff.manage', unitId)
        : undefined
  return unit?.kind === 'unit' && unit.retiredAt === null ? unit : undefined
}

/** The people of a unit with what names them, as a roster shows them. */
export async function listUnitPeople(db: Db, unitId: string): Promise<KnownPerson[]> {
  const rows = await db
    .select({
      personId: people.id,
      state: people.state,
      organisationId: people.organisationId,
      staffKind: people.staffKind,
      grade: people.grade,
      roleProfile: people.roleProfile,
    })
    .from(people)
    .where(eq(people.unitId, unitId))
  const identities = await identitiesOf(rows.map(({ personId }) => personId))
  return rows.flatMap((row) => {
    const identity = identities.get(row.personId)
    return identity ? [{ ...row, identity }] : []
  })
}

/** How a department is written where its name alone is not enough: names from the unit down. */
export function departmentsOf(
  unit: Organisation,
  all: Organisation[],
): RosterContext['departments'] {
  const byId = new Map(all.map((each) => [each.id, each]))
  return all.map(({ id, name, path }) => {
    const inner = path.slice(unit.path.length).split('/').filter(Boolean)
    const trail = inner.map((part) => byId.get(part)?.name['zh-CN'] ?? '').join('/')
    return { id, names: [...new Set([name['zh-CN'], name.en])], trail: trail || name['zh-CN'] }
  })
}

/** Marks whose account the importer may not open: a roster changes e-mails as a person's page does. */
async function markBeyond(db: Db, by: Importer, people: KnownPerson[]): Promise<KnownPerson[]> {
  if (by === 'operator') return people
  const ids = people.map(({ personId }) => personId)
  const held = (await listHeldRoles(ids, db)).filter(({ personId }) => personId !== by.personId)
  const beyond = new Set(
    held.filter((each) => !mayOpenAccount(by, [each])).map(({ personId }) => personId),
  )
  return people.map((each) =>
    beyond.has(each.personId) ? { ...each, beyondImporter: true } : each,
  )
}

async function contextOf(
  db: Db,
  by: Importer,
  unit: Organisation,
  rows: RosterDraft[],
): Promise<RosterContext | 'vault-behind'> {
  const owners = await loginOwners(db, rows)
  if (owners === 'vault-behind') return owners
  const known = await markBeyond(db, by, await listUnitPeople(db, unit.id))
  const own = new Set(known.map(({ personId }) => personId))
  const elsewhere = [...owners].filter(([, personId]) => !own.has(personId))
  const profiles = await listRoleProfileNames(db)
  return {
    departments: departmentsOf(unit, await listDepartments(db, unit)),
    roleProfiles: profiles.map(({ code, name }) => ({ code, names: [name['zh-CN'], name.en] })),
    people: known,
    elsewhere: new Set(elsewhere.map(([login]) => normaliseLogin(login))),
  }
}

/** What importing would do; nothing is changed. Undefined for a unit outside the actor's reach. */
export async function previewRoster(
  by: Importer,
  unitId: string,
  rows: RosterRow[],
  drafts: RosterDraft[] = [],
): Promise<RosterPlan | undefined> {
  const unit = await unitFor(read(), by, unitId)
  if (!unit) return
  const result = await claiming(async () => {
    const context = await contextOf(read(), by, unit, [...rows, ...drafts])
    return context === 'vault-behind' ? fail(context) : ok(context)
  })
  return result.ok ? planRoster(rows, result.value, drafts) : undefined
}

async function apply(work: Work, by: string, unit: Organisation, plan: RosterPlan): Promise<void> {
  const { tx, at } = work
  const { added, changed } = plan
  const newcomers = added.map((entry) => ({ entry, id: newId(at) }))
  await insertPeople(
    work,
    by,
    newcomers.map(({ entry, id }) => ({
      ...postOf(entry),
      id,
      unitId: unit.id,
      state: 'invited',
      roles: [],
    })),
  )
  for (const { personId, ...entry } of changed) {
    if (!personId) continue
    await tx.update(people).set(postOf(entry)).where(eq(people.id, personId))
    await moveLearner(work, by, { personId, organisationId: entry.organisationId })
  }
  const names: IdentityMessage[] = [
    ...newcomers.map(({ entry, id }) => ({ personId: id, identity: entry.identity })),
    ...changed.flatMap(({ personId, identity }) => (personId ? { personId, identity } : [])),
  ]
  if (names.length > 0) await work.post('identity', identitiesMessage(names))
}

function postOf({ organisationId, staffKind, grade, roleProfile }: RosterEntry) {
  return { organisationId, staffKind, grade, roleProfile }
}

export type RosterOutcome = { added: number; changed: number; unchanged: number }
export type RosterFailure = 'not-found' | 'problems' | 'unconfirmed' | 'changed-meanwhile'

/**
 * Imports a roster into a unit, whole or not at all. `expected` is the mark of the plan that was
 * confirmed: when something changed since, nothing is done. `confirmed` are the rows that were confirmed
 * by themselves (see `unconfirmed`); with one that was not, nothing is done either. People the roster
 * leaves out stay.
 */
export async function importRows(
  by: Importer,
  unitId: string,
  rows: RosterRow[],
  { expected, key, confirmed = [] }: { expected?: string; key?: string; confirmed?: number[] },
): Promise<Result<RosterOutcome, RosterFailure>> {
  const actorId = by === 'operator' ? by : by.personId
  const command = { actorId, action: 'roster.imported', subjectId: unitId, key } as const
  return claiming(() =>
    perform(command, async (work) => {
      const unit = await unitFor(work.tx, by, unitId)
      if (!unit) return fail('not-found' as const)
      const context = await contextOf(work.tx, by, unit, rows)
      if (context === 'vault-behind') return fail(context)
      const plan = planRoster(rows, context)
      if (plan.problems.length > 0) return fail('problems' as const)
      if (expected !== undefined && planMark(plan) !== expected) {
        return fail('changed-meanwhile' as const)
      }
      if (unconfirmed(plan, confirmed).length > 0) return fail('unconfirmed' as const)
      await apply(work, actorId, unit, plan)
      const { added, changed, unchanged } = plan
      const outcome = { added: added.length, changed: changed.length, unchanged }
      work.note(outcome)
      return ok(outcome)
    }),
  )
}
