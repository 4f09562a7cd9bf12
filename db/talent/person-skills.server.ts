import type { RoleProfile, Skill } from '#app/talent/domain/framework.ts'
import { prepared, read } from '#db/client.server.ts'
import { asc, desc, eq, inArray, sql } from '#db/dialect/index.ts'
import { personSkills, roleProfiles, skillEvidence, skills } from './tables.server.ts'

const skillsOfPerson = prepared('skills-of-person', (db) =>
  db
    .select({
      skill: personSkills.skill,
      level: personSkills.level,
      confidence: personSkills.confidence,
      evidenceAt: personSkills.evidenceAt,
      diagnostic: personSkills.diagnostic,
    })
    .from(personSkills)
    .where(eq(personSkills.personId, sql.placeholder('personId')))
    .orderBy(asc(personSkills.skill)),
)

/** What a person can do now, by skill: derived from their evidence. */
export function listPersonSkills(personId: string) {
  return skillsOfPerson({ personId })
}

/** A person's evidence, the newest first, revocations included. */
export function listEvidence(personId: string) {
  return read()
    .select({
      id: skillEvidence.id,
      skill: skillEvidence.skill,
      level: skillEvidence.level,
      kind: skillEvidence.kind,
      diagnostic: skillEvidence.diagnostic,
      strength: skillEvidence.strength,
      at: skillEvidence.at,
      expiresAt: skillEvidence.expiresAt,
      revokesId: skillEvidence.revokesId,
    })
    .from(skillEvidence)
    .where(eq(skillEvidence.personId, personId))
    .orderBy(desc(skillEvidence.at), desc(skillEvidence.id))
}

/** These skills of the spine, by code; a code that is unknown is missing. */
export async function findSkills(codes: string[]): Promise<Map<string, Skill>> {
  if (codes.length === 0) return new Map()
  const rows = await read()
    .select({ code: skills.code, content: skills.content })
    .from(skills)
    .where(inArray(skills.code, [...new Set(codes)]))
  return new Map(rows.map(({ code, content }) => [code, content]))
}

/** What a post asks for; nothing for whoever has none. */
export async function findRoleProfile(code: string | null): Promise<RoleProfile | undefined> {
  if (code === null) return
  const [row] = await read().select().from(roleProfiles).where(eq(roleProfiles.code, code))
  return row?.content
}
