import type { Actor } from '#app/accounts/domain/policy.ts'
import type { CourseFile, ModuleFile } from '#app/catalogue/domain/course.ts'
import type { OtherFrontMatter } from '#app/learning/domain/gate/front-matter.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'
import type { Bilingual, Locale } from '#app/shared/domain/text.ts'
import { listPictures, type PictureRow } from '#db/catalogue/pictures.server.ts'
import {
  courses,
  courseVersions,
  modules,
  moduleTexts,
  moduleVersions,
} from '#db/catalogue/tables.server.ts'
import { read } from '#db/client.server.ts'
import { and, asc, count, desc, eq, inArray } from '#db/dialect/index.ts'
import { labs, labVersions } from '#db/labs/tables.server.ts'
import { moduleProgress } from '#db/learning/tables.server.ts'
import { organisationInReach } from '#db/organisation/scope.server.ts'
import { organisations, people } from '#db/organisation/tables.server.ts'
import { skills } from '#db/talent/tables.server.ts'
import { type AuthoringPermission, courseInReach } from './scope.server.ts'

export type WritableCourse = { slug: string; content: CourseFile }

/** The courses that the actor may act on, as they are now. */
export function listWritableCourses(
  actor: Actor,
  permission: AuthoringPermission,
): Promise<WritableCourse[]> {
  return read()
    .select({ slug: courses.slug, content: courseVersions.content })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .leftJoin(organisations, eq(organisations.id, courses.ownerId))
    .where(courseInReach(actor, permission))
    .orderBy(asc(courses.slug))
}

/** One of them; undefined as well where it is none of the actor's. */
export async function findWritableCourse(
  actor: Actor,
  permission: AuthoringPermission,
  slug: string,
): Promise<WritableCourse | undefined> {
  const [course] = await read()
    .select({ slug: courses.slug, content: courseVersions.content })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .leftJoin(organisations, eq(organisations.id, courses.ownerId))
    .where(and(eq(courses.slug, slug), courseInReach(actor, permission)))
  return course
}

export type PublishedModule = {
  id: string
  course: string
  slug: string
  versionId: string
  number: number
  title: string
  locale: Locale
}

/** The published modules of these courses, once for each language they are written in. */
export async function listPublishedModules(courseSlugs: string[]): Promise<PublishedModule[]> {
  if (courseSlugs.length === 0) return []
  return read()
    .select({
      id: modules.id,
      course: modules.course,
      slug: modules.slug,
      versionId: moduleVersions.id,
      number: moduleVersions.number,
      title: moduleTexts.title,
      locale: moduleTexts.locale,
    })
    .from(modules)
    .innerJoin(moduleVersions, eq(moduleVersions.id, modules.currentVersionId))
    .innerJoin(moduleTexts, eq(moduleTexts.versionId, moduleVersions.id))
    .where(inArray(modules.course, courseSlugs))
}

export type LearnersOfVersion = { moduleId: string; number: number; learners: number }

/** How many learners are on each version of these modules; versions without any are missing. */
export async function countLearners(moduleIds: string[]): Promise<LearnersOfVersion[]> {
  if (moduleIds.length === 0) return []
  return read()
    .select({
      moduleId: moduleVersions.moduleId,
      number: moduleVersions.number,
      learners: count(moduleProgress.personId),
    })
    .from(moduleProgress)
    .innerJoin(moduleVersions, eq(moduleVersions.id, moduleProgress.versionId))
    .where(inArray(moduleProgress.moduleId, moduleIds))
    .groupBy(moduleVersions.moduleId, moduleVersions.number)
    .orderBy(desc(moduleVersions.number))
}

export type VersionRecord = {
  id: string
  number: number
  origin: 'file' | 'studio'
  note: string
  authorId: string | null
  reviewerId: string | null
  publishedAt: number
}

/** Every version of a module, the newest first. */
export function listVersions(moduleId: string): Promise<VersionRecord[]> {
  return read()
    .select({
      id: moduleVersions.id,
      number: moduleVersions.number,
      origin: moduleVersions.origin,
      note: moduleVersions.note,
      authorId: moduleVersions.authorId,
      reviewerId: moduleVersions.reviewerId,
      publishedAt: moduleVersions.publishedAt,
    })
    .from(moduleVersions)
    .where(eq(moduleVersions.moduleId, moduleId))
    .orderBy(desc(moduleVersions.number))
}

/** A version with its sources, to begin a draft from or to compare one with. */
export type VersionSource = {
  id: string
  moduleId: string
  number: number
  content: ModuleFile
  quiz: QuizFile
  texts: {
    locale: Locale
    title: string
    summary: string
    source: string
    frontMatter: OtherFrontMatter | null
  }[]
}

export async function findVersionSource(versionId: string): Promise<VersionSource | undefined> {
  const [version] = await read()
    .select({
      id: moduleVersions.id,
      moduleId: moduleVersions.moduleId,
      number: moduleVersions.number,
      content: moduleVersions.content,
      quiz: moduleVersions.quiz,
    })
    .from(moduleVersions)
    .where(eq(moduleVersions.id, versionId))
  if (!version) return
  const texts = await read()
    .select({
      locale: moduleTexts.locale,
      title: moduleTexts.title,
      summary: moduleTexts.summary,
      source: moduleTexts.source,
      frontMatter: moduleTexts.frontMatter,
    })
    .from(moduleTexts)
    .where(eq(moduleTexts.versionId, versionId))
  return { ...version, texts }
}

/** The version that new learners of a module get. */
export async function findCurrentVersion(moduleId: string): Promise<VersionSource | undefined> {
  const [row] = await read()
    .select({ versionId: modules.currentVersionId })
    .from(modules)
    .where(eq(modules.id, moduleId))
  return row && findVersionSource(row.versionId)
}

/** What a draft may name: the skills of the frameworks, the labs and pictures of its course. */
export type Nameable = {
  skills: { code: string; name: Bilingual; levels: Bilingual[] }[]
  labs: { slug: string; title: Bilingual; minutes: number }[]
  pictures: PictureRow[]
}

export async function listNameable(course: string): Promise<Nameable> {
  const [skillRows, labRows, pictures] = await Promise.all([
    read().select({ code: skills.code, content: skills.content }).from(skills).orderBy(skills.code),
    read()
      .select({ slug: labs.slug, manifest: labVersions.manifest })
      .from(labs)
      .innerJoin(labVersions, eq(labVersions.id, labs.currentVersionId))
      .where(eq(labs.course, course))
      .orderBy(asc(labs.slug)),
    listPictures(course),
  ])
  return {
    skills: skillRows.map(({ code, content: { name, levels } }) => ({ code, name, levels })),
    labs: labRows.map(({ slug, manifest: { title, minutes } }) => ({ slug, title, minutes })),
    pictures,
  }
}

/** Which of these people work where the actor has the permission: their names may be shown. */
export async function listPeopleInReach(
  actor: Actor,
  permission: AuthoringPermission,
  personIds: string[],
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await read()
    .select({ id: people.id })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(inArray(people.id, personIds), organisationInReach(actor, permission)))
  return rows.map(({ id }) => id)
}
