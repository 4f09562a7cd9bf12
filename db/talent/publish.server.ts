import type { FrameworkFile, RoleProfile } from '#app/talent/domain/framework.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { eq } from '#db/dialect/index.ts'
import { frameworkSources, roleProfiles, skillCrosswalk, skills } from './tables.server.ts'

/** Brings the skills of one framework file, and the sources it names, into the database. */
export async function publishFramework({ tx }: Work, file: FrameworkFile): Promise<void> {
  for (const content of file.sources) {
    await tx
      .insert(frameworkSources)
      .values({ id: content.id, content })
      .onConflictDoUpdate({ target: frameworkSources.id, set: { content } })
  }
  for (const content of file.skills) {
    const { code } = content
    const row = { edition: file.edition, content }
    await tx
      .insert(skills)
      .values({ code, ...row })
      .onConflictDoUpdate({ target: skills.code, set: row })
    await tx.delete(skillCrosswalk).where(eq(skillCrosswalk.skill, code))
    const rows = content.crosswalk.map((line) => ({ ...line, skill: code }))
    await tx.insert(skillCrosswalk).values(rows).onConflictDoNothing()
  }
}

export async function publishRoleProfile({ tx }: Work, content: RoleProfile): Promise<void> {
  await tx
    .insert(roleProfiles)
    .values({ code: content.code, content })
    .onConflictDoUpdate({ target: roleProfiles.code, set: { content } })
}
