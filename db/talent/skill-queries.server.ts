import { type Evidence, type EvidenceKind, evidenceInForce } from '#app/talent/domain/evidence.ts'
import { type Db, read } from '#db/client.server.ts'
import { asc, inArray } from '#db/dialect/index.ts'
import { personSkills, skillEvidence } from './tables.server.ts'

/** The newest evidence that a level rests on. */
export type NewestEvidence = { kind: EvidenceKind; diagnostic: boolean; at: number }

/** A level held, with the newest evidence at it or above. */
export type HeldSkill = {
  skill: string
  level: number
  confidence: number
  evidenceAt: number
  diagnostic: boolean
  newest: NewestEvidence | undefined
}

/** The evidence in force of these people at `at` (UTC ms), by person, oldest first, in a command. */
export async function evidenceIn(
  db: Db,
  personIds: string[],
  at: number,
): Promise<Map<string, Evidence[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(skillEvidence)
    .where(inArray(skillEvidence.personId, personIds))
    .orderBy(asc(skillEvidence.at), asc(skillEvidence.id))
  const revocations = rows.flatMap((row) =>
    row.revokesId === null ? [] : [{ revokes: row.revokesId, at: row.at }],
  )
  const evidence = rows.filter((row) => row.revokesId === null)
  return new Map(
    personIds.map((personId) => {
      const own = evidence
        .filter((row) => row.personId === personId)
        .map((row) => ({ ...row, expiresAt: row.expiresAt ?? undefined }))
      return [personId, evidenceInForce(own, revocations, at)]
    }),
  )
}

/** The same for a page. The caller has checked that the actor may see it. */
export function evidenceOf(personIds: string[], at: number): Promise<Map<string, Evidence[]>> {
  return evidenceIn(read(), personIds, at)
}

function newestFor(evidence: Evidence[], skill: string, level: number): NewestEvidence | undefined {
  const found = evidence.findLast((row) => row.skill === skill && row.level >= level)
  return found && { kind: found.kind, diagnostic: found.diagnostic, at: found.at }
}

/** What these people hold at `at`, best skills first, each with its newest evidence. */
export async function heldSkillsOf(
  personIds: string[],
  at: number,
): Promise<Map<string, HeldSkill[]>> {
  const held = new Map<string, HeldSkill[]>(personIds.map((id) => [id, []]))
  if (personIds.length === 0) return held
  const evidence = await evidenceOf(personIds, at)
  const rows = await read()
    .select()
    .from(personSkills)
    .where(inArray(personSkills.personId, personIds))
  for (const { personId, asOf: _, ...level } of rows) {
    const newest = newestFor(evidence.get(personId) ?? [], level.skill, level.level)
    held.get(personId)?.push({ ...level, newest })
  }
  for (const skills of held.values()) {
    skills.sort((a, b) => b.level - a.level || (a.skill < b.skill ? -1 : 1))
  }
  return held
}
