import type { anOrganisation } from '#tests/factories.ts'

/** One of the people of the bench: `n` counts from 0 and decides all that they are and did. */
export type Seeded = { id: string; n: number; unit: Awaited<ReturnType<typeof anOrganisation>> }

export const day = 86_400_000
const chunk = 500

/** Inserts rows, as many in one statement as both engines take. */
export async function inChunks<T>(
  rows: T[],
  insert: (part: T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) await insert(rows.slice(from, from + chunk))
}
