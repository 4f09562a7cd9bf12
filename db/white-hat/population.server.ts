import { isAttestable } from '#app/talent/domain/attestable.ts'
import type { Cell, Member, MemberSkill } from '#app/white-hat/domain/cells.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'
import type { Db } from '#db/client.server.ts'
import { and, asc, count, eq, inArray, isNull } from '#db/dialect/index.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import {
  personSkills,
  registryEntries,
  roleProfiles,
  skillEvidence,
  skills,
} from '#db/talent/tables.server.ts'

/**
 * What a role is described by: the security skills it asks for, in its order, then the others. No skill
 * that a unit's officer may attest: who sees the pool could move it and watch (see `isAttestable`).
 */
export async function skillsOfRole(db: Db, role: WhiteHatRole): Promise<string[]> {
  const [profile] = await db.select().from(roleProfiles).where(eq(roleProfiles.code, role))
  const spine = await db.select().from(skills).orderBy(asc(skills.code))
  const masked = spine.filter(({ content }) => !isAttestable(content)).map(({ code }) => code)
  const asked = (profile?.content.requires ?? []).map(({ skill }) => skill)
  return [...new Set([...asked.filter((skill) => masked.includes(skill)), ...masked])]
}

/** Active people in no ordinary pool: of each of them the main database allows that they applied. */
const mayHaveApplied = and(eq(people.state, 'active'), isNull(registryEntries.personId))

/** How many people may have applied. */
export async function countPossible(db: Db): Promise<number> {
  const [row] = await db
    .select({ found: count() })
    .from(people)
    .leftJoin(registryEntries, eq(registryEntries.personId, people.id))
    .where(mayHaveApplied)
  return row?.found ?? 0
}

/** Whether this person is active and in no ordinary pool. */
export async function isPossible(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .leftJoin(registryEntries, eq(registryEntries.personId, people.id))
    .where(and(mayHaveApplied, eq(people.id, personId)))
  return rows.length > 0
}

/** The newest evidence in force of each person and skill at each level: its kind and moment. */
async function listNewest(db: Db, wanted: string[]) {
  const rows = await db
    .select()
    .from(skillEvidence)
    .where(inArray(skillEvidence.skill, wanted))
    .orderBy(asc(skillEvidence.at), asc(skillEvidence.id))
  const revoked = new Set(rows.map(({ revokesId }) => revokesId))
  const inForce = rows.filter(({ id, revokesId }) => revokesId === null && !revoked.has(id))
  const byHolder = new Map<string, typeof inForce>()
  for (const row of inForce) {
    const holder = `${row.personId} ${row.skill}`
    byHolder.set(holder, [...(byHolder.get(holder) ?? []), row])
  }
  return (personId: string, skill: string, level: number) =>
    byHolder.get(`${personId} ${skill}`)?.findLast((row) => row.level >= level)
}

/** Everyone who may have applied and holds any of these skills, with what the main database knows. */
export async function listHolders(db: Db, wanted: string[]): Promise<Cell> {
  if (wanted.length === 0) return []
  const newest = await listNewest(db, wanted)
  const rows = await db
    .select({
      personId: people.id,
      tier: organisations.tier,
      regionCode: organisations.regionCode,
      staffKind: people.staffKind,
      skill: personSkills.skill,
      level: personSkills.level,
      confidence: personSkills.confidence,
      evidenceAt: personSkills.evidenceAt,
    })
    .from(personSkills)
    .innerJoin(people, eq(people.id, personSkills.personId))
    .innerJoin(organisations, eq(organisations.id, people.unitId))
    .leftJoin(registryEntries, eq(registryEntries.personId, people.id))
    .where(and(mayHaveApplied, inArray(personSkills.skill, wanted)))
  const members = new Map<string, Member & { skills: Map<string, MemberSkill> }>()
  for (const { skill, level, confidence, evidenceAt, ...place } of rows) {
    const { personId } = place
    const member = members.get(personId) ?? { ...place, skills: new Map() }
    const kind = newest(personId, skill, level)?.kind ?? null
    member.skills.set(skill, { level, confidence, evidenceAt, kind })
    members.set(personId, member)
  }
  return [...members.values()]
}
