import type { RoleProfile, Skill } from '#app/talent/domain/framework.ts'
import { read } from '#db/client.server.ts'
import { asc } from '#db/dialect/index.ts'
import { roleProfiles, skills } from './tables.server.ts'

/** All skills of the spine, by code. */
export async function listSkills(): Promise<Skill[]> {
  const rows = await read()
    .select({ content: skills.content })
    .from(skills)
    .orderBy(asc(skills.code))
  return rows.map(({ content }) => content)
}

/** All role profiles, by code. */
export async function listRoleProfiles(): Promise<RoleProfile[]> {
  const rows = await read()
    .select({ content: roleProfiles.content })
    .from(roleProfiles)
    .orderBy(asc(roleProfiles.code))
  return rows.map(({ content }) => content)
}
