import { LRUCache } from 'lru-cache'
import type { CourseFile, ModuleFile } from '#app/catalogue/domain/course.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { prepared, read } from '#db/client.server.ts'
import { and, asc, eq, inArray, sql } from '#db/dialect/index.ts'
import { courses, courseVersions, modules, moduleTexts, moduleVersions } from './tables.server.ts'

/** A course as it is now. */
export type Course = { slug: string; versionId: string; content: CourseFile }

const allCourses = prepared('all-courses', (db) =>
  db
    .select({
      slug: courses.slug,
      versionId: courseVersions.id,
      content: courseVersions.content,
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .orderBy(asc(courses.slug)),
)

/** All courses, by name of their address. */
export function listCourses(): Promise<Course[]> {
  return allCourses()
}

const courseBySlug = prepared('course-by-slug', (db) =>
  db
    .select({
      slug: courses.slug,
      versionId: courseVersions.id,
      content: courseVersions.content,
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .where(eq(courses.slug, sql.placeholder('slug'))),
)

export async function findCourse(slug: string): Promise<Course | undefined> {
  const [course] = await courseBySlug({ slug })
  return course
}

/** A module in a list: its current version and its title in the reader's language. */
export type ModuleSummary = {
  id: string
  slug: string
  course: string
  versionId: string
  content: ModuleFile
  title: string
  summary: string
  /** The language the title is in: Chinese where the English is not written yet. */
  locale: Locale
}

const summariesByCourse = prepared('module-summaries', (db) =>
  db
    .select({
      id: modules.id,
      slug: modules.slug,
      course: modules.course,
      versionId: moduleVersions.id,
      content: moduleVersions.content,
      title: moduleTexts.title,
      summary: moduleTexts.summary,
      locale: moduleTexts.locale,
    })
    .from(modules)
    .innerJoin(moduleVersions, eq(moduleVersions.id, modules.currentVersionId))
    .innerJoin(moduleTexts, eq(moduleTexts.versionId, moduleVersions.id))
    .where(eq(modules.course, sql.placeholder('course'))),
)

/** The modules of a course in the order its current version gives. */
export async function listModules(course: Course, locale: Locale): Promise<ModuleSummary[]> {
  const rows = await summariesByCourse({ course: course.slug })
  return course.content.modules.flatMap((slug) => {
    const texts = rows.filter((row) => row.slug === slug)
    return texts.find((row) => row.locale === locale) ?? texts[0] ?? []
  })
}

/** Titles of modules by id, in the reader's language where it is written. */
export async function findModuleTitles(
  ids: string[],
  locale: Locale,
): Promise<Map<string, { title: string; course: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await read()
    .select({
      id: modules.id,
      course: modules.course,
      title: moduleTexts.title,
      locale: moduleTexts.locale,
    })
    .from(modules)
    .innerJoin(moduleTexts, eq(moduleTexts.versionId, modules.currentVersionId))
    .where(inArray(modules.id, ids))
  const titles = new Map<string, { title: string; course: string }>()
  for (const { id, title, course, locale: written } of rows) {
    if (written === locale || !titles.has(id)) titles.set(id, { title, course })
  }
  return titles
}

/** One version of a module. */
export type ModuleVersion = {
  id: string
  moduleId: string
  number: number
  content: ModuleFile
  quiz: QuizFile
  note: string
  publishedAt: number
}

const versionById = prepared('module-version', (db) =>
  db
    .select({
      id: moduleVersions.id,
      moduleId: moduleVersions.moduleId,
      number: moduleVersions.number,
      content: moduleVersions.content,
      quiz: moduleVersions.quiz,
      note: moduleVersions.note,
      publishedAt: moduleVersions.publishedAt,
    })
    .from(moduleVersions)
    .where(eq(moduleVersions.id, sql.placeholder('id'))),
)

// A published version never changes, so what was read of one is kept.
const versions = new LRUCache<string, ModuleVersion>({ max: 200 })
const texts = new LRUCache<string, ModuleText>({ max: 200 })

export async function findModuleVersion(id: string): Promise<ModuleVersion | undefined> {
  const kept = versions.get(id)
  if (kept) return kept
  const [version] = await versionById({ id })
  if (version) versions.set(id, version)
  return version
}

const currentVersionOf = prepared('current-version', (db) =>
  db
    .select({ id: modules.currentVersionId })
    .from(modules)
    .where(eq(modules.id, sql.placeholder('moduleId'))),
)

/** The version of a module that a new learner gets. */
export async function findCurrentVersionId(moduleId: string): Promise<string | undefined> {
  const [row] = await currentVersionOf({ moduleId })
  return row?.id
}

/** A lesson's text in one language. */
export type ModuleText = {
  locale: Locale
  title: string
  summary: string
  compiled: CompiledLesson
}

const textByVersion = prepared('module-text', (db) =>
  db
    .select({
      locale: moduleTexts.locale,
      title: moduleTexts.title,
      summary: moduleTexts.summary,
      compiled: moduleTexts.compiled,
    })
    .from(moduleTexts)
    .where(
      and(
        eq(moduleTexts.versionId, sql.placeholder('versionId')),
        inArray(moduleTexts.locale, [sql.placeholder('locale'), 'zh-CN']),
      ),
    ),
)

/** The lesson in `locale`, or in Chinese where that is not written. */
export async function findModuleText(
  versionId: string,
  locale: Locale,
): Promise<ModuleText | undefined> {
  const key = `${versionId} ${locale}`
  const kept = texts.get(key)
  if (kept) return kept
  const written = await textByVersion({ versionId, locale })
  const text = written.find((one) => one.locale === locale) ?? written[0]
  if (text) texts.set(key, text)
  return text
}
