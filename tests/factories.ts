import { randomUUID } from 'node:crypto'
import type { Actor, Grant } from '#app/accounts/domain/policy.ts'
import type { Role } from '#app/accounts/domain/roles.ts'
import { organisationPath } from '#app/organisation/domain/organisation.ts'
import { write } from '#db/client.server.ts'
import { organisations, people, roleGrants } from '#db/organisation/tables.server.ts'

type Organisation = typeof organisations.$inferSelect

/** A unit of an invented county; below `parent`, when that is given. */
export async function anOrganisation(
  given: { parent?: Organisation } & Partial<Organisation> = {},
): Promise<Organisation> {
  const { parent, ...rest } = given
  const id = randomUUID()
  const row: Organisation = {
    id,
    parentId: parent?.id ?? null,
    path: organisationPath(parent?.path, id),
    kind: 'unit',
    nameZh: '示例县数据局',
    nameEn: 'Shili County Data Bureau',
    tier: 'county',
    regionCode: '990101',
    retiredAt: null,
    ...rest,
  }
  await write((tx) => tx.insert(organisations).values(row))
  return row
}

/** A person with `roles` at `unit` (a new one by default), as the actor that a guard gives. */
export async function aPerson(
  given: { unit?: Organisation; roles?: Role[] } & Partial<typeof people.$inferInsert> = {},
): Promise<Actor> {
  const { roles = ['learner'], unit = await anOrganisation(), ...rest } = given
  const id = randomUUID()
  const at = Date.now()
  const grants = roles.map<Grant>((role) => {
    return { role, organisationId: unit.id, path: unit.path }
  })
  await write(async (tx) => {
    await tx.insert(people).values({
      id,
      organisationId: unit.id,
      unitId: unit.id,
      state: 'active',
      staffKind: 'civil-servant',
      grade: '一级科员',
      timeZone: 'Asia/Shanghai',
      largeText: false,
      createdAt: at,
      ...rest,
    })
    for (const { role, organisationId } of grants) {
      const grant = { id: randomUUID(), personId: id, role, organisationId, grantedAt: at }
      await tx.insert(roleGrants).values(grant)
    }
  })
  return { personId: id, organisationId: unit.id, unitId: unit.id, unitPath: unit.path, grants }
}
