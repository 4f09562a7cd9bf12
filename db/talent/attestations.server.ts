import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, desc, eq, isNull } from '#db/dialect/index.ts'
import { findStaffMember, type StaffMember } from '#db/organisation/staff.server.ts'
import { organisations } from '#db/organisation/tables.server.ts'
import { addEvidence, revokeEvidence } from './evidence.server.ts'
import { attestations, skillEvidence, skills } from './tables.server.ts'

/** What a unit attests of one of its staff: that they have shown a skill at a level (1–4). */
export type NewAttestation = { personId: string; skill: string; level: number; grounds: string }

/** An attestation, with the unit that gave it; `withdrawnAt` (UTC ms) is null while it counts. */
export type Attestation = {
  id: string
  skill: string
  level: number
  at: number
  grounds: string
  unit: Bilingual
  withdrawnAt: number | null
  reason: string | null
}

/**
 * Who of the staff the actor may attest skills of, and withdraw attestations from: all within reach but
 * the actor. `db` is the transaction inside a command.
 */
export async function findToAttest(
  db: Db,
  actor: Actor,
  personId: string,
): Promise<StaffMember | undefined> {
  if (personId === actor.personId) return
  return findStaffMember(db, actor, 'skill.attest', personId)
}

/** A person's attestations, the newest first, those withdrawn included. The caller has checked who asks. */
export async function listAttestations(personId: string): Promise<Attestation[]> {
  const rows = await read()
    .select({
      id: attestations.id,
      skill: skillEvidence.skill,
      level: skillEvidence.level,
      at: skillEvidence.at,
      grounds: attestations.grounds,
      nameZh: organisations.nameZh,
      nameEn: organisations.nameEn,
      withdrawnAt: attestations.withdrawnAt,
      reason: attestations.reason,
    })
    .from(attestations)
    .innerJoin(skillEvidence, eq(skillEvidence.id, attestations.id))
    .innerJoin(organisations, eq(organisations.id, attestations.unitId))
    .where(eq(attestations.personId, personId))
    .orderBy(desc(skillEvidence.at), desc(attestations.id))
  return rows.map(({ nameZh, nameEn, ...row }) => {
    return { ...row, unit: { 'zh-CN': nameZh, en: nameEn } }
  })
}

async function withdraw(work: Work, id: string, by: string, reason: string | null): Promise<void> {
  const row = { withdrawnAt: work.at, withdrawnBy: by, reason }
  await work.tx.update(attestations).set(row).where(eq(attestations.id, id))
  await revokeEvidence(work, id, by)
}

/**
 * Within a command: records an attestation as evidence. It takes the place of the one in force for the
 * same skill: a unit that says a thing twice has not seen it twice.
 */
export async function recordAttestation(
  work: Work,
  { personId, skill, level, grounds }: NewAttestation,
  { unitId, by }: { unitId: string; by: string },
): Promise<void> {
  const inForce = await work.tx
    .select({ id: attestations.id })
    .from(attestations)
    .innerJoin(skillEvidence, eq(skillEvidence.id, attestations.id))
    .where(
      and(
        eq(attestations.personId, personId),
        eq(skillEvidence.skill, skill),
        isNull(attestations.withdrawnAt),
      ),
    )
  for (const { id } of inForce) await withdraw(work, id, by, null)
  const id = await addEvidence(work, {
    ...{ personId, skill, level, kind: 'attestation', issuer: by },
    ...{ sourceId: unitId, sourceVersion: '1' },
  })
  await work.tx.insert(attestations).values({ id, personId, unitId, grounds })
}

/** Attests a skill of one of the staff for their unit. */
export function attestSkill(
  actor: Actor,
  given: NewAttestation,
  key: string,
): Promise<Result<null, 'not-found'>> {
  const { personId, skill, level } = given
  const command = { actorId: actor.personId, subjectId: personId, key }
  return perform({ ...command, action: 'skill.attested' }, async (work) => {
    const person = await findToAttest(work.tx, actor, personId)
    const [known] = await work.tx.select().from(skills).where(eq(skills.code, skill))
    if (!known || !person || person.state === 'left') return fail('not-found')
    await recordAttestation(work, given, { unitId: person.unitId, by: actor.personId })
    work.note({ skill, level })
    return ok(null)
  })
}

/** Takes an attestation back: from now on it is as if it had never been given. */
export function withdrawAttestation(
  actor: Actor,
  given: { personId: string; id: string; reason: string },
  key: string,
): Promise<Result<null, 'not-found'>> {
  const { personId, id, reason } = given
  const command = { actorId: actor.personId, subjectId: personId, key }
  return perform({ ...command, action: 'skill.attestation-withdrawn' }, async (work) => {
    if (!(await findToAttest(work.tx, actor, personId))) return fail('not-found')
    const [found] = await work.tx
      .select({ id: attestations.id, skill: skillEvidence.skill, level: skillEvidence.level })
      .from(attestations)
      .innerJoin(skillEvidence, eq(skillEvidence.id, attestations.id))
      .where(
        and(
          eq(attestations.id, id),
          eq(attestations.personId, personId),
          isNull(attestations.withdrawnAt),
        ),
      )
    if (!found) return fail('not-found')
    await withdraw(work, id, actor.personId, reason)
    work.note({ skill: found.skill, level: found.level })
    return ok(null)
  })
}
