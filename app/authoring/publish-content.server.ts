import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileLesson } from '#app/learning/compile-lesson.server.ts'
import type { GatedLesson } from '#app/learning/gate.server.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import { publishItemBank } from '#db/assessment/publish.server.ts'
import { perform, type Work } from '#db/audit/perform.server.ts'
import { putPicture } from '#db/catalogue/pictures.server.ts'
import {
  type LessonText,
  listCurrentVersions,
  listPublishedFiles,
  notePublishedFile,
  publishCourse,
  publishModule,
} from '#db/catalogue/publish.server.ts'
import { publishLab } from '#db/labs/publish.server.ts'
import { publishRegions } from '#db/organisation/publish.server.ts'
import { publishFramework, publishRoleProfile } from '#db/talent/publish.server.ts'
import { checkPictures } from './content-pictures.server.ts'
import { checkReferences } from './content-references.server.ts'
import {
  type ContentTree,
  type CourseFolder,
  type Lessons,
  readContentTree,
} from './content-tree.server.ts'
import type { ContentProblem } from './domain/content-problem.ts'

/** What a publication did: units by name, such as `modules/open-data-sql/02-filter`. */
export type PublishReport = {
  published: string[]
  unchanged: number
  /** Files changed here while a newer version was written in the product: both stay as they are. */
  conflicts: string[]
  problems: ContentProblem[]
}

/** Something that is published whole: what its files hold, and how it gets into the database. */
type Unit = { name: string; path: string; hash: string; publish: (work: Work) => Promise<string> }

/** The hash of every file under `root`, so that an unchanged folder costs no parsing. */
function hashFolder(root: string): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort(byName)) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) visit(inner)
      else hash.update(inner).update('\0').update(readFileSync(inner)).update('\0')
    }
  }
  visit(root)
  return hash.digest('hex')
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

/** Compiles gated lessons; done before the transaction, since it may take seconds. */
export async function compileTexts(lessons: Lessons): Promise<LessonText[]> {
  const texts: LessonText[] = []
  for (const [locale, lesson] of Object.entries(lessons) as [Locale, GatedLesson][]) {
    const { title = '', summary = '', ...frontMatter } = lesson.frontMatter
    const compiled = await compileLesson(lesson.source, locale)
    texts.push({ locale, title, summary, source: lesson.source, frontMatter, compiled })
  }
  return texts
}

async function compileStatements(lessons: Lessons) {
  const [zh, en] = [lessons['zh-CN'], lessons.en]
  if (!zh || !en) throw new Error('a lab without both statements was let through')
  return {
    'zh-CN': await compileLesson(zh.source, 'zh-CN'),
    en: await compileLesson(en.source, 'en'),
  }
}

/** A unit whose version is nothing but its hash: replaced as a whole, never written elsewhere. */
function replaced(
  name: string,
  path: string,
  hash: string,
  publish: (work: Work) => Promise<unknown>,
): Unit {
  const whole = async (work: Work) => {
    await publish(work)
    return hash
  }
  return { name, path, hash, publish: whole }
}

/** The pictures of a course's assets folder: learners see them from the moment they are published. */
function picturesOf({ content: { slug }, pictures }: CourseFolder): Unit[] {
  return pictures.map(({ name, path, picture, hash }) => {
    const stored = { ...picture, bytes: Buffer.from(picture.bytes), course: slug, name, hash }
    return replaced(`assets/${slug}/${name}`, path, hash, (work) =>
      putPicture(work, { ...stored, alt: '', draftId: null, publishedAt: work.at }),
    )
  })
}

/** Everything in the tree that can be published, in the order in which it must be. */
function unitsOf(tree: ContentTree): Unit[] {
  const regions = tree.regions.map(({ name, path, value, hash }) =>
    replaced(`regions/${name}`, path, hash, (work) => publishRegions(work, value)),
  )
  const frameworks = tree.frameworks.map(({ path, value, hash }) =>
    replaced(`frameworks/${path}`, path, hash, (work) => publishFramework(work, value)),
  )
  const roles = tree.roles.map(({ path, value, hash }) =>
    replaced(`roles/${value.code}`, path, hash, (work) => publishRoleProfile(work, value)),
  )
  const banks = tree.banks.map(({ path, value, hash }) =>
    replaced(`items/${value.skill}`, path, hash, (work) => publishItemBank(work, value)),
  )
  const courses = tree.courses.map(({ path, content, hash }) => ({
    name: `courses/${content.slug}`,
    path: `${path}/course.yaml`,
    hash,
    publish: (work: Work) => publishCourse(work, content),
  }))
  const pictures = tree.courses.flatMap((course) => picturesOf(course))
  return [...regions, ...frameworks, ...roles, ...banks, ...courses, ...pictures]
}

/** Lessons and labs: compiled first, so they are made into units one at a time. */
async function* compiledUnits(
  tree: ContentTree,
  isChanged: (name: string, hash: string) => boolean,
) {
  for (const course of tree.courses) {
    const { slug } = course.content
    for (const { manifest, files, statements, hash, path, slug: lab } of course.labs) {
      const name = `labs/${slug}/${lab}`
      if (!isChanged(name, hash)) continue
      const statement = await compileStatements(statements)
      const version = { course: slug, slug: lab, manifest, files, statement }
      yield { name, path, hash, publish: (work: Work) => publishLab(work, version) }
    }
    for (const { content, quiz, lessons, hash, path, slug: module } of course.modules) {
      const name = `modules/${slug}/${module}`
      if (!isChanged(name, hash)) continue
      const texts = await compileTexts(lessons)
      const about = { course: slug, slug: module, content, quiz, texts }
      const version = { ...about, origin: 'file' as const, note: '' }
      yield { name, path, hash, publish: (work: Work) => publishModule(work, version) }
    }
  }
}

/** Files with an error: nothing in or below their folder is published. */
function isBroken(path: string, problems: ContentProblem[]): boolean {
  return problems.some(({ file, severity }) => severity === 'error' && file.startsWith(path))
}

/**
 * Publishes what changed under `root` since its last publication, each unit in a transaction of its
 * own. A unit with an error is left out and named; one that is newer in the database is a conflict.
 */
export async function publishContent(actorId: string, root = 'content'): Promise<PublishReport> {
  const [before, current] = await Promise.all([listPublishedFiles(), listCurrentVersions()])
  const report: PublishReport = { published: [], unchanged: 0, conflicts: [], problems: [] }
  const whole = hashFolder(root)
  if (before.get('content')?.hash === whole) return { ...report, unchanged: before.size - 1 }
  const tree = readContentTree(root)
  report.problems = [...tree.problems, ...checkReferences(tree), ...checkPictures(tree)]
  const isChanged = (name: string, hash: string) => {
    const changed = before.get(name)?.hash !== hash
    if (!changed) report.unchanged++
    return changed
  }
  const put = async ({ name, path, hash, publish }: Unit) => {
    if (isBroken(path, report.problems)) return
    const known = before.get(name)?.versionId
    const inUse = current.get(name)
    if (inUse && inUse !== known) return void report.conflicts.push(name)
    await perform({ actorId, action: 'content.published', subjectId: name }, async (work) => {
      await notePublishedFile(work, name, hash, await publish(work))
    })
    report.published.push(name)
  }
  for (const unit of unitsOf(tree)) if (isChanged(unit.name, unit.hash)) await put(unit)
  for await (const unit of compiledUnits(tree, isChanged)) await put(unit)
  const isWhole =
    report.conflicts.length === 0 && report.problems.every((p) => p.severity !== 'error')
  if (isWhole) {
    await perform({ actorId, action: 'content.checked', subjectId: 'content' }, (work) =>
      notePublishedFile(work, 'content', whole, whole),
    )
  }
  return report
}
