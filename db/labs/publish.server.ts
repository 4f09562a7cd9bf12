import type { LabFile } from '#app/labs/domain/manifest.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { eq, max } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import { labs, labVersions } from './tables.server.ts'

export type NewLabVersion = {
  course: string
  slug: string
  manifest: LabFile
  files: Record<string, string>
  statement: Record<Locale, CompiledLesson>
}

/** A new version of a lab; attempts keep the version they were graded by. */
export async function publishLab({ tx, at }: Work, version: NewLabVersion): Promise<string> {
  const { course, slug, ...rest } = version
  const labId = `${course}/${slug}`
  const [last] = await tx
    .select({ number: max(labVersions.number) })
    .from(labVersions)
    .where(eq(labVersions.labId, labId))
  const id = newId(at)
  const number = (last?.number ?? 0) + 1
  await tx.insert(labVersions).values({ ...rest, id, labId, number, publishedAt: at })
  await tx
    .insert(labs)
    .values({ id: labId, course, slug, currentVersionId: id })
    .onConflictDoUpdate({ target: labs.id, set: { currentVersionId: id } })
  return id
}
