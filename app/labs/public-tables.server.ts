import { LRUCache } from 'lru-cache'
import type { RunProblem } from '#app/labs/domain/problem.ts'
import { type PublicTable, publicTables } from '#app/labs/grade-sql.server.ts'
import { inSqlRuntime } from '#app/labs/in-runtime.server.ts'
import { type SqlLabAtVersion, sqlTexts } from '#app/labs/lab-at-version.server.ts'
import { ok, type Result } from '#app/shared/domain/result.ts'

// A version's tables are the same for everyone and for good; only its first reader waits for them.
const kept = new LRUCache<string, PublicTable[]>({ max: 200 })

/** The tables that a lab's page lists, or why they cannot be shown now. */
export async function publicTablesOf(
  personId: string,
  lab: SqlLabAtVersion,
): Promise<Result<PublicTable[], RunProblem>> {
  const known = kept.get(lab.versionId)
  if (known) return ok(known)
  const { id, versionId, manifest } = lab
  const made = await inSqlRuntime(personId, id, (run) =>
    publicTables({ lab: manifest, files: sqlTexts(lab), run }),
  )
  if (made.ok) kept.set(versionId, made.value)
  return made
}
