import type { Actor, Permission } from '#app/accounts/domain/policy.ts'
import type { Role } from '#app/accounts/domain/roles.ts'
import type { PersonState, StaffKind } from '#app/organisation/domain/organisation.ts'
import { mayOpenAccount } from '#app/organisation/domain/role-grants.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { passwordTokens, resetRequests } from '#db/accounts/tables.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, count, eq, gt, inArray, isNull, like } from '#db/dialect/index.ts'
import { organisationInReach } from './scope.server.ts'
import { organisations, people, roleGrants } from './tables.server.ts'

/** One of the staff without what names them. */
export type StaffMember = {
  personId: string
  state: PersonState
  staffKind: StaffKind
  grade: string
  roleProfile: string | null
  organisationId: string
  unitId: string
  path: string
  organisation: Bilingual
}

const columns = {
  personId: people.id,
  state: people.state,
  staffKind: people.staffKind,
  grade: people.grade,
  roleProfile: people.roleProfile,
  organisationId: people.organisationId,
  unitId: people.unitId,
  path: organisations.path,
  nameZh: organisations.nameZh,
  nameEn: organisations.nameEn,
}

type Named = { nameZh: string; nameEn: string }

function present<R extends Named>({ nameZh, nameEn, ...row }: R) {
  return { ...row, organisation: { 'zh-CN': nameZh, en: nameEn } }
}

/** People where the actor has the permission, below `within` when given; at most `limit`. */
export async function listStaff(
  actor: Actor,
  permission: Permission,
  filter: { within?: string; state?: PersonState; limit: number },
): Promise<StaffMember[]> {
  const rows = await read()
    .select(columns)
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        organisationInReach(actor, permission),
        filter.within ? like(organisations.path, `${filter.within}%`) : undefined,
        filter.state ? eq(people.state, filter.state) : undefined,
      ),
    )
    .limit(filter.limit)
  return rows.map(present)
}

/** How many people in this state there are where the actor has the permission. */
export async function countStaff(
  actor: Actor,
  permission: Permission,
  state: PersonState,
): Promise<number> {
  const [row] = await read()
    .select({ people: count() })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(organisationInReach(actor, permission), eq(people.state, state)))
  return row?.people ?? 0
}

/** One of them; undefined outside the actor's reach. `db` is the transaction inside a command. */
export async function findStaffMember(
  db: Db,
  actor: Actor,
  permission: Permission,
  personId: string,
): Promise<StaffMember | undefined> {
  const [row] = await db
    .select(columns)
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(people.id, personId), organisationInReach(actor, permission)))
  return row && present(row)
}

/** Whether the actor has the permission for every one of these people; of nobody it is true. */
export async function areStaff(
  db: Db,
  actor: Actor,
  permission: Permission,
  personIds: readonly string[],
): Promise<boolean> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return true
  const [found] = await db
    .select({ people: count() })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(inArray(people.id, ids), organisationInReach(actor, permission)))
  return found?.people === ids.length
}

/** A role that a person holds, and for which organisation. */
export type HeldRole = {
  id: string
  personId: string
  role: Role
  organisationId: string
  path: string
  organisation: Bilingual
}

/** The roles these people hold now. The caller has checked that the actor may see the people. */
export async function listHeldRoles(personIds: string[], db: Db = read()): Promise<HeldRole[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .select({
      id: roleGrants.id,
      personId: roleGrants.personId,
      role: roleGrants.role,
      organisationId: roleGrants.organisationId,
      path: organisations.path,
      nameZh: organisations.nameZh,
      nameEn: organisations.nameEn,
    })
    .from(roleGrants)
    .innerJoin(organisations, eq(organisations.id, roleGrants.organisationId))
    .where(and(inArray(roleGrants.personId, personIds), isNull(roleGrants.revokedAt)))
  return rows.map(present)
}

/** The units that look after these people, by person. The caller has checked their reach. */
export async function unitNamesOf(personIds: string[]): Promise<Map<string, Bilingual>> {
  if (personIds.length === 0) return new Map()
  const rows = await read()
    .select({ personId: people.id, nameZh: organisations.nameZh, nameEn: organisations.nameEn })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.unitId))
    .where(inArray(people.id, personIds))
  return new Map(rows.map((row) => [row.personId, present(row).organisation]))
}

/**
 * Whether the actor may open this person's account (see mayOpenAccount); their own in any case. The
 * caller has checked that the person is within reach.
 */
export async function mayOpenAccountOf(db: Db, actor: Actor, personId: string): Promise<boolean> {
  if (personId === actor.personId) return true
  return mayOpenAccount(actor, await listHeldRoles([personId], db))
}

/** People in reach who asked for a new link and have none yet. */
export async function listLinkRequests(actor: Actor): Promise<Set<string>> {
  const rows = await read()
    .select({ personId: resetRequests.personId })
    .from(resetRequests)
    .innerJoin(people, eq(people.id, resetRequests.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(isNull(resetRequests.settledAt), organisationInReach(actor, 'staff.manage')))
  return new Set(rows.map(({ personId }) => personId))
}

/** Until when a link of these people can still be used. */
export async function listOpenLinks(personIds: string[], at: number): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await read()
    .select({ personId: passwordTokens.personId, expiresAt: passwordTokens.expiresAt })
    .from(passwordTokens)
    .where(
      and(
        inArray(passwordTokens.personId, personIds),
        isNull(passwordTokens.usedAt),
        eq(passwordTokens.revoked, false),
        gt(passwordTokens.expiresAt, at),
      ),
    )
  return new Map(rows.map(({ personId, expiresAt }) => [personId, expiresAt]))
}
