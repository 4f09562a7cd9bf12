import type { Work } from '#db/audit/perform.server.ts'
import { regions } from './tables.server.ts'

export type Region = { code: string; name: string; parent: string | null }

/** Brings the administrative divisions into the database; codes that are gone stay known. */
export async function publishRegions({ tx }: Work, rows: Region[]): Promise<void> {
  for (const { code, name, parent } of rows) {
    await tx
      .insert(regions)
      .values({ code, name, parent })
      .onConflictDoUpdate({ target: regions.code, set: { name, parent } })
  }
}
