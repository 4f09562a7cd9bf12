import type { Bilingual } from '#app/shared/domain/text.ts'
import {
  courses,
  courseVersions,
  modules,
  moduleTexts,
  moduleVersions,
} from '#db/catalogue/tables.server.ts'
import { read } from '#db/client.server.ts'
import { and, eq, inArray, isNotNull } from '#db/dialect/index.ts'
import { moduleProgress } from '#db/learning/tables.server.ts'

/** A published module that teaches a skill, as a next step to offer. */
export type TeachingModule = {
  /** The level of the skill that it teaches, 1–4. */
  level: number
  completed: boolean
  /** The labs of its course that must be passed before it counts as completed. */
  labs: string[]
  course: string
  courseTitle: Bilingual
  slug: string
  /** By locale; English may be missing. */
  titles: Map<string, string>
  minutes: number
}

/** The modules whose current version teaches `skill`, in the order of their courses. */
export async function listTeaching(skill: string, personId: string): Promise<TeachingModule[]> {
  const published = await read()
    .select({
      id: modules.id,
      slug: modules.slug,
      versionId: modules.currentVersionId,
      content: moduleVersions.content,
      course: courseVersions.content,
    })
    .from(modules)
    .innerJoin(moduleVersions, eq(moduleVersions.id, modules.currentVersionId))
    .innerJoin(courses, eq(courses.slug, modules.course))
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .orderBy(modules.id)
  const found = published.filter(({ content }) => content.skills.some((s) => s.skill === skill))
  if (found.length === 0) return []
  const ids = found.map(({ versionId }) => versionId)
  const texts = await read()
    .select({
      versionId: moduleTexts.versionId,
      locale: moduleTexts.locale,
      title: moduleTexts.title,
    })
    .from(moduleTexts)
    .where(inArray(moduleTexts.versionId, ids))
  const done = await read()
    .select({ moduleId: moduleProgress.moduleId })
    .from(moduleProgress)
    .where(and(eq(moduleProgress.personId, personId), isNotNull(moduleProgress.completedAt)))
  const completed = new Set(done.map(({ moduleId }) => moduleId))
  return found.map(({ id, slug, versionId, content, course }) => ({
    course: course.slug,
    courseTitle: course.title,
    slug,
    titles: new Map(texts.filter((t) => t.versionId === versionId).map((t) => [t.locale, t.title])),
    minutes: content.minutes,
    labs: content.labs,
    level: content.skills.find((s) => s.skill === skill)?.level ?? 1,
    completed: completed.has(id),
  }))
}
