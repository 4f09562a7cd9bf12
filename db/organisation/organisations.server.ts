import type { Actor, Permission } from '#app/accounts/domain/policy.ts'
import type { OrganisationKind, Tier } from '#app/organisation/domain/organisation.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, asc, count, eq, inArray, isNull, ne } from '#db/dialect/index.ts'
import { organisationInReach } from './scope.server.ts'
import { organisations, people } from './tables.server.ts'

/** A unit or a department. */
export type Organisation = {
  id: string
  parentId: string | null
  path: string
  kind: OrganisationKind
  name: Bilingual
  tier: Tier
  regionCode: string
  retiredAt: number | null
}

type Row = typeof organisations.$inferSelect

function present({ nameZh, nameEn, ...row }: Row): Organisation {
  return { ...row, name: { 'zh-CN': nameZh, en: nameEn } }
}

/** Where the actor has the permission, from the top down: a parent comes before its children. */
export async function listOrganisations(
  actor: Actor,
  permission: Permission,
): Promise<Organisation[]> {
  const rows = await read()
    .select()
    .from(organisations)
    .where(organisationInReach(actor, permission))
  return rows.map(present).sort((a, b) => a.path.length - b.path.length)
}

/** One of them; undefined outside the actor's reach. `db` is the transaction inside a command. */
export async function findOrganisation(
  db: Db,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<Organisation | undefined> {
  const [row] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), organisationInReach(actor, permission)))
  return row && present(row)
}

/** Any organisation by id, for the command line and for what was checked already. */
export async function organisationById(db: Db, id: string): Promise<Organisation | undefined> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id))
  return row && present(row)
}

/**
 * An organisation by its id, or by Chinese names from any level down: `示例县政务服务局/办公室`. For
 * the command line; undefined when no organisation, or more than one, is meant.
 */
export async function organisationNamed(text: string): Promise<Organisation | undefined> {
  const all = (await read().select().from(organisations)).map(present)
  const byId = new Map(all.map((each) => [each.id, each]))
  const wanted = `/${text.split('/').filter(Boolean).join('/')}`
  const found = all.filter(({ id, path }) => {
    const names = path.split('/').flatMap((part) => byId.get(part)?.name['zh-CN'] ?? [])
    return id === text || `/${names.join('/')}`.endsWith(wanted)
  })
  return found.length === 1 ? found[0] : undefined
}

/** Every unit in use, from the top down. For the command line. */
export async function listUnits(): Promise<Organisation[]> {
  const inUse = and(eq(organisations.kind, 'unit'), isNull(organisations.retiredAt))
  const rows = await read().select().from(organisations).where(inUse)
  return rows.map(present).sort((a, b) => a.path.length - b.path.length)
}

/** The tops of the tree that are in use: who answers for what is kept here. */
export async function listTopUnits(): Promise<Organisation[]> {
  const tops = and(isNull(organisations.parentId), isNull(organisations.retiredAt))
  const rows = await read().select().from(organisations).where(tops).orderBy(asc(organisations.id))
  return rows.map(present)
}

/** The nearest unit that `path` is in, itself included. */
export async function unitAround(db: Db, path: string): Promise<Organisation | undefined> {
  const ids = path.split('/').filter(Boolean)
  const rows = await db
    .select()
    .from(organisations)
    .where(and(inArray(organisations.id, ids), eq(organisations.kind, 'unit')))
  return rows.map(present).sort((a, b) => b.path.length - a.path.length)[0]
}

/** The unit's own departments that are not retired, the unit first; other units below it are not. */
export async function listDepartments(db: Db, unit: Organisation): Promise<Organisation[]> {
  const rows = await db.select().from(organisations).where(isNull(organisations.retiredAt))
  const below = rows.map(present).filter(({ path }) => path.startsWith(unit.path))
  const inner = below.filter(({ kind, id }) => kind === 'unit' && id !== unit.id)
  return below
    .filter(({ path }) => !inner.some((other) => path.startsWith(other.path)))
    .sort((a, b) => a.path.length - b.path.length)
}

/** How many people who have not left work in each organisation. */
export async function countPeople(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await read()
    .select({ id: people.organisationId, people: count() })
    .from(people)
    .where(and(inArray(people.organisationId, ids), ne(people.state, 'left')))
    .groupBy(people.organisationId)
  return new Map(rows.map((row) => [row.id, row.people]))
}
