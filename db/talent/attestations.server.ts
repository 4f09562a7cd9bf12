import type { Actor } from '#app/accounts/domain/policy.ts'
import { fail, ok, type Result } from '#app/shared/domain/result.ts'
import type { Bilingual } from '#app/shared/domain/text.ts'
import { isAttestable } from '#app/talent/domain/attestable.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { type Db, read } from '#db/client.server.ts'
import { and, desc, eq, isNull } from '#db/dialect/index.ts'
import { findStaffMember, type StaffMember } from '#db/organisation/staff.server.ts'
import { organisations } from '#db/organisation/tables.server.ts'
import { addEvidence, revokeEvidence } from './evidence.server.ts'
import { isOwnUnit } from './reach.server.ts'
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
 * Who of the staff the actor may attest skills of: those of the own unit (a unit below is another one)
 * but the actor. `db` is the transaction inside a command.
 */
export async function findToAttest(
  db: Db,
  actor: Actor,
  personId: string,
): Promise<StaffMember | undefined> {
  const person = await findStaffMember(db, actor, 'skill.attest', personId)
  if (!person || personId === actor.personId) return
  const own = and(eq(organisations.id, person.unitId), isOwnUnit(actor))
  const [unit] = await db.select({ id: organisations.id }).from(organisations).where(own)
  return unit && person
}

/**
 * A person's attestations, the newest first, those withdrawn included; `unitId`: those of one unit alone,
 * since grounds are for the person and the unit that gave them. The caller has checked who asks.
 */
export async function listAttestations(personId: string, unitId?: string): Promise<Attestation[]> {
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
    .where(
      and(
        eq(attestations.personId, personId),
        unitId === undefined ? undefined : eq(attestations.unitId, unitId),
      ),
    )
    .orderBy(desc(skillEvidence.at), desc(attestations.id))
  return rows.map(({ nameZh, nameEn, ...row }) => {
    return { ...row, unit: { 'zh-CN': nameZh, en: nameEn } }
  })
}

/** What a unit attests of a person now. */
function inForce(db: Db, personId: string, unitId: string) {
  return db
    .select({ id: attestations.id, skill: skillEvidence.skill, level: skillEvidence.level })
    .from(attestations)
    .innerJoin(skillEvidence, eq(skillEvidence.id, attestations.id))
    .where(
      and(
        eq(attestations.personId, personId),
        eq(attestations.unitId, unitId),
        isNull(attestations.withdrawnAt),
      ),
    )
}

async function withdraw(work: Work, id: string, by: string, reason: string | null): Promise<void> {
  const row = { withdrawnAt: work.at, withdrawnBy: by, reason }
  await work.tx.update(attestations).set(row).where(eq(attestations.id, id))
  await revokeEvidence(work, id, by)
}

/**
 * Within a command: records an attestation as evidence. It takes the place of the unit's own in force
 * for the same skill: a unit that says a thing twice has not seen it twice.
 */
export async function recordAttestation(
  work: Work,
  { personId, skill, level, grounds }: NewAttestation,
  { unitId, by }: { unitId: string; by: string },
): Promise<void> {
  const earlier = (await inForce(work.tx, personId, unitId)).filter((one) => one.skill === skill)
  for (const { id } of earlier) await withdraw(work, id, by, null)
  const id = await addEvidence(work, {
    ...{ personId, skill, level, kind: 'attestation', issuer: by },
    ...{ sourceId: unitId, sourceVersion: '1' },
  })
  await work.tx.insert(attestations).values({ id, personId, unitId, grounds })
}

/** Attests a skill of one of the staff for their unit: one that `isAttestable`. */
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
    if (!known || !isAttestable(known.content)) return fail('not-found')
    if (!person || person.state === 'left') return fail('not-found')
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
    const person = await findToAttest(work.tx, actor, personId)
    if (!person) return fail('not-found')
    const found = (await inForce(work.tx, personId, person.unitId)).find((one) => one.id === id)
    if (!found) return fail('not-found')
    await withdraw(work, id, actor.personId, reason)
    work.note({ skill: found.skill, level: found.level })
    return ok(null)
  })
}
