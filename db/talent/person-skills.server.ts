import type { RoleProfile, Skill } from '#app/talent/domain/framework.ts'
import { read } from '#db/client.server.ts'
import { asc, desc, eq } from '#db/dialect/index.ts'
import { personSkills, roleProfiles, skillEvidence, skills } from './tables.server.ts'

/** What a person can do now, by skill: derived from their evidence. */
export function listPersonSkills(personId: string) {
  return read()
    .select({
      skill: personSkills.skill,
      level: personSkills.level,
      confidence: personSkills.confidence,
      evidenceAt: personSkills.evidenceAt,
      diagnostic: personSkills.diagnostic,
    })
    .from(personSkills)
    .where(eq(personSkills.personId, personId))
    .orderBy(asc(personSkills.skill))
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

/** The whole spine of skills, by code. */
export async function findSkills(): Promise<Map<string, Skill>> {
  const rows = await read().select({ code: skills.code, content: skills.content }).from(skills)
  return new Map(rows.map(({ code, content }) => [code, content]))
}

/** What a post asks for; nothing for whoever has none. */
export async function findRoleProfile(code: string | null): Promise<RoleProfile | undefined> {
  if (code === null) return
  const [row] = await read().select().from(roleProfiles).where(eq(roleProfiles.code, code))
  return row?.content
}
