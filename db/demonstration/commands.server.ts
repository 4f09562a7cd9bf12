import type { Role } from '#app/accounts/domain/roles.ts'
import {
  type OrganisationKind,
  organisationPath,
  type Tier,
} from '#app/organisation/domain/organisation.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { isAttestable } from '#app/talent/domain/attestable.ts'
import { credentials } from '#db/accounts/tables.server.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { count, eq, inArray } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { organisations, people, roleGrants } from '#db/organisation/tables.server.ts'
import { type NewAttestation, recordAttestation } from '#db/talent/attestations.server.ts'
import { addEvidence } from '#db/talent/evidence.server.ts'
import { skills } from '#db/talent/tables.server.ts'

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

async function refuseToAttest({ tx }: Work, codes: string[]): Promise<void> {
  const rows = await tx.select().from(skills).where(inArray(skills.code, codes))
  const refused = rows.find(({ content }) => !isAttestable(content))
  if (refused) throw new Error(`county.yaml: ${refused.code} is a skill that no unit attests`)
}

/** Skills attested by the unit's officer, before there is a browser to do it in: what they could there. */
export async function attestSkills(
  given: { unitId: string; by: string },
  attested: NewAttestation[],
): Promise<void> {
  await perform(command('demonstration.attested', 'skills'), async (work) => {
    await refuseToAttest(
      work,
      attested.map(({ skill }) => skill),
    )
    for (const each of attested) await recordAttestation(work, each, given)
  })
}

/** Evidence by certificates, as if they had been verified: the product takes none yet. */
export async function certifySkills(
  certified: { personId: string; skill: string; level: number }[],
): Promise<void> {
  await perform(command('demonstration.certified', 'skills'), async (work) => {
    const from = { kind: 'verified-certificate', issuer: 'platform', sourceVersion: '1' } as const
    for (const each of certified) {
      await addEvidence(work, { ...each, ...from, sourceId: newId(work.at) })
    }
  })
}
