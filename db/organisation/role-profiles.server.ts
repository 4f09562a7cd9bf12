import type { Bilingual } from '#app/shared/domain/text.ts'
import { type Db, read } from '#db/client.server.ts'
import { asc } from '#db/dialect/index.ts'
import { roleProfiles } from '#db/talent/tables.server.ts'

export type RoleProfileName = { code: string; name: Bilingual }

/** The role profiles a post can have. */
export async function listRoleProfileNames(db: Db = read()): Promise<RoleProfileName[]> {
  const rows = await db.select().from(roleProfiles).orderBy(asc(roleProfiles.code))
  return rows.map(({ code, content }) => ({ code, name: content.name }))
}
