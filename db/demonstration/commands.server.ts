import type { Role } from '#app/accounts/domain/roles.ts'
import {
  type OrganisationKind,
  organisationPath,
  type Tier,
} from '#app/organisation/domain/organisation.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { credentials } from '#db/accounts/tables.server.ts'
import { perform } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { count, eq } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { organisations, people, roleGrants } from '#db/organisation/tables.server.ts'
import { type NewAttestation, recordAttestation } from '#db/talent/attestations.server.ts'

// Commands that only the demonstration needs: what else it does, it does by everyone's own.

const command = (action: `demonstration.${string}`, subjectId: string) =>
  ({ actorId: 'operator', action, subjectId }) as const

/** Whether anything is here already: then there is no demonstration to make. */
export async function isEmptyInstallation(): Promise<boolean> {
  const [row] = await read().select({ organisations: count() }).from(organisations)
  return row?.organisations === 0
}

export type NewOrganisation = {
  key: string
  parent?: string | undefined
  kind: OrganisationKind
  tier: Tier
  region: string
  name: Bilingual
}

/** The whole tree at once, parents first; returns ids by key. */
export async function plantOrganisations(tree: NewOrganisation[]): Promise<Map<string, string>> {
  const planted = new Map<string, { id: string; path: string }>()
  await perform(command('demonstration.planted', 'organisations'), async ({ tx, at }) => {
    for (const { key, parent, region, name, ...rest } of tree) {
      const above = parent ? planted.get(parent) : undefined
      const id = newId(at)
      const path = organisationPath(above?.path, id)
      planted.set(key, { id, path })
      await tx.insert(organisations).values({
        ...rest,
        id,
        path,
        parentId: above?.id ?? null,
        nameZh: name['zh-CN'],
        nameEn: name.en,
        regionCode: region,
      })
    }
  })
  return new Map([...planted].map(([key, { id }]) => [key, id]))
}

/** Gives each person a password and makes them active. */
export async function activatePeople(hashes: Map<string, string>): Promise<void> {
  await perform(command('demonstration.activated', 'people'), async ({ tx, at }) => {
    for (const [personId, passwordHash] of hashes) {
      const row = { passwordHash, passwordShort: false, changedAt: at }
      await tx
        .insert(credentials)
        .values({ personId, ...row })
        .onConflictDoUpdate({ target: credentials.personId, set: row })
      await tx.update(people).set({ state: 'active' }).where(eq(people.id, personId))
    }
  })
}

export async function grantDemonstrationRoles(
  grants: { personId: string; role: Role; organisationId: string }[],
): Promise<void> {
  await perform(command('demonstration.granted', 'roles'), async ({ tx, at }) => {
    await tx
      .insert(roleGrants)
      .values(grants.map((grant) => ({ ...grant, id: newId(at), grantedBy: null, grantedAt: at })))
  })
}

/** Skills attested by the unit's officer, before there is a browser to do it in. */
export async function attestSkills(
  given: { unitId: string; by: string },
  attested: NewAttestation[],
): Promise<void> {
  await perform(command('demonstration.attested', 'skills'), async (work) => {
    for (const each of attested) await recordAttestation(work, each, given)
  })
}
