import type { CourseFile, ModuleFile } from '#app/catalogue/domain/course.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import type { OtherFrontMatter } from '#app/learning/domain/gate/front-matter.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import type { Work } from '#db/audit/perform.server.ts'
import { read } from '#db/client.server.ts'
import { eq, max } from '#db/dialect/index.ts'
import { newId } from '#db/id.server.ts'
import {
  courses,
  courseVersions,
  modules,
  moduleTexts,
  moduleVersions,
  publishedFiles,
  type versionOrigins,
} from './tables.server.ts'

/** A lesson in one language, compiled. */
export type LessonText = {
  locale: Locale
  title: string
  summary: string
  source: string
  frontMatter?: OtherFrontMatter
  compiled: CompiledLesson
}

export type NewModuleVersion = {
  course: string
  slug: string
  content: ModuleFile
  quiz: QuizFile
  texts: LessonText[]
  origin: (typeof versionOrigins)[number]
  note: string
  authorId?: string
  reviewerId?: string
}

/** The id of a module, which is also its place under /courses. */
export function moduleIdOf(course: string, slug: string): string {
  return `${course}/${slug}`
}

/** A new version of a course's description and order of modules; it is current at once. */
export async function publishCourse({ tx, at }: Work, content: CourseFile): Promise<string> {
  const { slug } = content
  const [last] = await tx
    .select({ number: max(courseVersions.number) })
    .from(courseVersions)
    .where(eq(courseVersions.course, slug))
  const id = newId(at)
  const number = (last?.number ?? 0) + 1
  await tx.insert(courseVersions).values({ id, course: slug, number, content, publishedAt: at })
  await tx
    .insert(courses)
    .values({ slug, currentVersionId: id })
    .onConflictDoUpdate({ target: courses.slug, set: { currentVersionId: id } })
  return id
}

/** A new version of a module with its texts; learners on an older one stay there until they move. */
export async function publishModule({ tx, at }: Work, version: NewModuleVersion): Promise<string> {
  const { course, slug, texts, ...rest } = version
  const moduleId = moduleIdOf(course, slug)
  const [last] = await tx
    .select({ number: max(moduleVersions.number) })
    .from(moduleVersions)
    .where(eq(moduleVersions.moduleId, moduleId))
  const id = newId(at)
  const number = (last?.number ?? 0) + 1
  await tx.insert(moduleVersions).values({ ...rest, id, moduleId, number, publishedAt: at })
  await tx.insert(moduleTexts).values(texts.map((text) => ({ ...text, versionId: id })))
  await tx
    .insert(modules)
    .values({ id: moduleId, course, slug, currentVersionId: id })
    .onConflictDoUpdate({ target: modules.id, set: { currentVersionId: id } })
  return id
}

/** Remembers what a content file held when this version was made from it. */
export async function notePublishedFile(
  { tx, at }: Work,
  unit: string,
  hash: string,
  versionId: string,
): Promise<void> {
  const row = { hash, versionId, publishedAt: at }
  await tx
    .insert(publishedFiles)
    .values({ unit, ...row })
    .onConflictDoUpdate({ target: publishedFiles.unit, set: row })
}

/** What each unit's files held at their last publication, and the version made from them. */
export async function listPublishedFiles(): Promise<
  Map<string, { hash: string; versionId: string }>
> {
  const rows = await read().select().from(publishedFiles)
  return new Map(rows.map(({ unit, hash, versionId }) => [unit, { hash, versionId }]))
}

/** The current version of every course and module, by unit name. */
export async function listCurrentVersions(): Promise<Map<string, string>> {
  const [courseRows, moduleRows] = await Promise.all([
    read().select({ slug: courses.slug, id: courses.currentVersionId }).from(courses),
    read().select({ slug: modules.id, id: modules.currentVersionId }).from(modules),
  ])
  return new Map([
    ...courseRows.map(({ slug, id }) => [`courses/${slug}`, id] as const),
    ...moduleRows.map(({ slug, id }) => [`modules/${slug}`, id] as const),
  ])
}
