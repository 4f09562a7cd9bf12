import type { LabFile } from '#app/labs/domain/manifest.ts'
import { read } from '#db/client.server.ts'
import { and, eq } from '#db/dialect/index.ts'
import { labAttempts, labs, labVersions } from './tables.server.ts'

/** A lab as a lesson shows it: what it is, and whether this person has passed it. */
export type LabSummary = { manifest: LabFile; passed: boolean }

/** The labs of a course by slug, each with whether `personId` has passed it. */
export async function summariseLabs(
  personId: string,
  course: string,
): Promise<Map<string, LabSummary>> {
  const [rows, passed] = await Promise.all([
    read()
      .select({ id: labs.id, slug: labs.slug, manifest: labVersions.manifest })
      .from(labs)
      .innerJoin(labVersions, eq(labVersions.id, labs.currentVersionId))
      .where(eq(labs.course, course)),
    read()
      .selectDistinct({ labId: labAttempts.labId })
      .from(labAttempts)
      .where(and(eq(labAttempts.personId, personId), eq(labAttempts.passed, true))),
  ])
  const done = new Set(passed.map(({ labId }) => labId))
  return new Map(rows.map(({ id, slug, manifest }) => [slug, { manifest, passed: done.has(id) }]))
}
