import type { Actor } from '#app/accounts/domain/policy.ts'
import {
  type OrganisationKind,
  organisationPath,
  type Tier,
  tiers,
} from '#app/organisation/domain/organisation.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { and, count, eq, inArray, isNull, like, ne } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { refreshRegistryEntries } from '#db/talent/registry-commands.server.ts'
import { findOrganisation, listDepartments, type Organisation } from './organisations.server.ts'
import { organisations, people } from './tables.server.ts'

/** What one says of an organisation. A department has the tier and region of its unit. */
export type OrganisationText = { name: Bilingual; tier: Tier; regionCode: string }
export type OrganisationFailure =
  | 'not-found'
  | 'tier-above-parent'
  | 'retired'
  | 'name-taken'
  | 'has-people'
  | 'has-parts'

const below = (a: Tier, b: Tier) => tiers.indexOf(a) >= tiers.indexOf(b)

async function nameIsTaken({ tx }: Work, parentId: string, name: string, except?: string) {
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.parentId, parentId),
        eq(organisations.nameZh, name),
        isNull(organisations.retiredAt),
      ),
    )
  return rows.some(({ id }) => id !== except)
}

/** Adds a unit or a department below one that the actor manages. */
export async function addOrganisation(
  actor: Actor,
  parentId: string,
  given: OrganisationText & { kind: OrganisationKind },
  key: string,
): Promise<Result<{ id: string }, OrganisationFailure>> {
  const command = {
    actorId: actor.personId,
    action: 'organisation.added',
    subjectId: parentId,
    key,
  } as const
  return perform(command, async (work) => {
    const { tx, at, note } = work
    const parent = await findOrganisation(tx, actor, 'organisation.manage', parentId)
    if (!parent) return fail('not-found' as const)
    if (parent.retiredAt !== null) return fail('retired' as const)
    const { kind, name } = given
    const { tier, regionCode } = kind === 'department' ? parent : given
    if (!below(tier, parent.tier)) return fail('tier-above-parent' as const)
    if (await nameIsTaken(work, parentId, name['zh-CN'])) return fail('name-taken' as const)
    const id = newId(at)
    const names = { nameZh: name['zh-CN'], nameEn: name.en }
    const path = organisationPath(parent.path, id)
    await tx.insert(organisations).values({ id, parentId, path, kind, ...names, tier, regionCode })
    note({ organisation: id, kind, tier, region: regionCode })
    return ok({ id })
  })
}

/** The first unit of an installation, by the command line: the top of its tree. */
export async function addTopUnit(given: OrganisationText): Promise<{ id: string; path: string }> {
  const id = newId()
  const path = organisationPath(undefined, id)
  const { name, tier, regionCode } = given
  const names = { nameZh: name['zh-CN'], nameEn: name.en }
  const command = { actorId: 'operator', action: 'organisation.added', subjectId: id } as const
  await perform(command, async ({ tx, note }) => {
    const place = { tier, regionCode }
    await tx
      .insert(organisations)
      .values({ id, parentId: null, path, kind: 'unit', ...names, ...place })
    note({ organisation: id, kind: 'unit', tier, region: regionCode })
  })
  return { id, path }
}

async function partsBelow(
  { tx }: Work,
  path: string,
  itself: string,
): Promise<Organisation['id'][]> {
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        like(organisations.path, `${path}%`),
        ne(organisations.id, itself),
        isNull(organisations.retiredAt),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Renames an organisation, or moves a unit to another tier or region, its departments with it. */
export async function editOrganisation(
  actor: Actor,
  id: string,
  given: OrganisationText,
  key: string,
): Promise<Result<null, OrganisationFailure>> {
  const command = {
    actorId: actor.personId,
    action: 'organisation.edited',
    subjectId: id,
    key,
  } as const
  return perform(command, async (work) => {
    const { tx, note } = work
    const found = await findOrganisation(tx, actor, 'organisation.manage', id)
    if (!found) return fail('not-found' as const)
    const { name } = given
    const { tier, regionCode } = found.kind === 'department' ? found : given
    if (found.parentId) {
      const [parent] = await tx
        .select({ tier: organisations.tier })
        .from(organisations)
        .where(eq(organisations.id, found.parentId))
      if (parent && !below(tier, parent.tier)) return fail('tier-above-parent' as const)
      const taken = await nameIsTaken(work, found.parentId, name['zh-CN'], id)
      if (taken) return fail('name-taken' as const)
    }
    const names = { nameZh: name['zh-CN'], nameEn: name.en }
    await tx.update(organisations).set(names).where(eq(organisations.id, id))
    const own = found.kind === 'unit' ? await listDepartments(tx, found) : [found]
    const ids = own.map((each) => each.id)
    await tx
      .update(organisations)
      .set({ tier, regionCode })
      .where(inArray(organisations.id, [id, ...ids]))
    await refreshRegistryEntries(work, inArray(people.unitId, [id, ...ids]))
    note({ tier, region: regionCode, renamed: found.name['zh-CN'] !== name['zh-CN'] })
    return ok(null)
  })
}

/** Retires an organisation that nobody works in any more; what people earned there stays. */
export async function retireOrganisation(
  actor: Actor,
  id: string,
  key: string,
): Promise<Result<null, OrganisationFailure>> {
  const command = {
    actorId: actor.personId,
    action: 'organisation.retired',
    subjectId: id,
    key,
  } as const
  return perform(command, async (work) => {
    const { tx, at } = work
    const found = await findOrganisation(tx, actor, 'organisation.manage', id)
    if (!found) return fail('not-found' as const)
    if ((await partsBelow(work, found.path, id)).length > 0) return fail('has-parts' as const)
    const [here] = await tx
      .select({ people: count() })
      .from(people)
      .where(and(eq(people.organisationId, id), ne(people.state, 'left')))
    if ((here?.people ?? 0) > 0) return fail('has-people' as const)
    await tx.update(organisations).set({ retiredAt: at }).where(eq(organisations.id, id))
    return ok(null)
  })
}
