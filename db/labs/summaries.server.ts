import type { LabFile } from '#app/labs/domain/manifest.ts'
import { prepared } from '#db/client.server.ts'
import { and, eq, sql } from '#db/dialect/index.ts'
import { labAttempts, labs, labVersions } from './tables.server.ts'

/** A lab as a lesson shows it: what it is, and whether this person has passed it. */
export type LabSummary = { manifest: LabFile; passed: boolean }

const labsOfCourse = prepared('labs-of-course', (db) =>
  db
    .select({ id: labs.id, slug: labs.slug, manifest: labVersions.manifest })
    .from(labs)
    .innerJoin(labVersions, eq(labVersions.id, labs.currentVersionId))
    .where(eq(labs.course, sql.placeholder('course'))),
)

const labsPassed = prepared('labs-passed', (db) =>
  db
    .selectDistinct({ labId: labAttempts.labId })
    .from(labAttempts)
    .where(
      and(eq(labAttempts.personId, sql.placeholder('personId')), eq(labAttempts.passed, true)),
    ),
)

/** The labs of a course by slug, each with whether `personId` has passed it. */
export async function summariseLabs(
  personId: string,
  course: string,
): Promise<Map<string, LabSummary>> {
  const [rows, passed] = await Promise.all([labsOfCourse({ course }), labsPassed({ personId })])
  const done = new Set(passed.map(({ labId }) => labId))
  return new Map(rows.map(({ id, slug, manifest }) => [slug, { manifest, passed: done.has(id) }]))
}
