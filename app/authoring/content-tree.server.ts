import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { type ItemFile, itemFile } from '#app/assessment/domain/item.ts'
import {
  type CourseFile,
  courseFile,
  type ModuleFile,
  moduleFile,
} from '#app/catalogue/domain/course.ts'
import { answersSubmission, type LabFile, labFile, samplesFile } from '#app/labs/domain/manifest.ts'
import { type QuizFile, quizFile } from '#app/learning/domain/quiz.ts'
import { checkLesson, type GatedLesson } from '#app/learning/gate.server.ts'
import { type Region, readRegions } from '#app/organisation/domain/region.ts'
import { type Locale, locales } from '#app/shared/domain/text.ts'
import { contactRulesFile } from '#app/talent/domain/contact-rules.ts'
import {
  type FrameworkFile,
  frameworkFile,
  type RoleProfile,
  roleProfile,
} from '#app/talent/domain/framework.ts'
import type { ContentProblem } from './domain/content-problem.ts'
import type { Picture } from './domain/picture/picture.ts'
import { readPicture } from './domain/picture/read-picture.ts'
import { type PlaceOf, readYaml } from './yaml-file.server.ts'

/** Gated lessons by language: Chinese always, English once it is written. */
export type Lessons = Partial<Record<Locale, GatedLesson>>

export type ModuleFolder = {
  slug: string
  path: string
  content: ModuleFile
  quiz: QuizFile
  lessons: Lessons
  hash: string
}
export type LabFolder = {
  slug: string
  path: string
  manifest: LabFile
  files: Record<string, string>
  statements: Lessons
  hash: string
}
/** A picture of a course's assets folder. */
export type PictureFile = { name: string; path: string; picture: Picture; hash: string }
export type CourseFolder = {
  path: string
  content: CourseFile
  modules: ModuleFolder[]
  labs: LabFolder[]
  pictures: PictureFile[]
  hash: string
}

/** One YAML file of the tree with the hash of its text. */
type Kept<T> = { path: string; value: T; hash: string }

/** All of content/ that could be read; what could not is in `problems`. */
export type ContentTree = {
  courses: CourseFolder[]
  banks: Kept<ItemFile>[]
  frameworks: Kept<FrameworkFile>[]
  roles: Kept<RoleProfile>[]
  /** By file name. */
  regions: (Kept<Region[]> & { name: string })[]
  /** The codes that a source has published, by the source's id, for sources that have a list of them. */
  codes: Map<string, Set<string>>
  problems: ContentProblem[]
  /** For each YAML file, where the value at a path of it begins. */
  places: Map<string, PlaceOf>
  /** How many files were read. */
  files: number
}

class TreeReader {
  problems: ContentProblem[] = []
  places = new Map<string, PlaceOf>()
  files = 0

  names(path: string): string[] {
    if (!existsSync(path)) return []
    return readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .sort()
  }

  text(path: string): string | undefined {
    if (!existsSync(path)) return
    this.files++
    return readFileSync(path, 'utf8')
  }

  missing(file: string, message: string): undefined {
    this.problems.push({ file, code: 'MISSING', line: 1, column: 1, message, severity: 'error' })
  }

  parse<S extends z.ZodType>(path: string, text: string, schema: S): z.infer<S> | undefined {
    const { value, problems, placeOf } = readYaml(text, schema, path)
    this.problems.push(...problems)
    this.places.set(path, placeOf)
    return value
  }

  yaml<S extends z.ZodType>(path: string, schema: S): Kept<z.infer<S>> | undefined {
    const text = this.text(path)
    if (text === undefined) return this.missing(path, 'this file is needed')
    const value = this.parse(path, text, schema)
    return value === undefined ? undefined : { path, value, hash: hashOf([text]) }
  }

  regions(path: string): Kept<Region[]> | undefined {
    const text = this.text(path)
    if (text === undefined) return this.missing(path, 'this file is needed')
    const { rows, faults } = readRegions(text)
    const place = { file: path, column: 1, code: 'SCHEMA', severity: 'error' as const }
    this.problems.push(...faults.map((fault) => ({ ...place, ...fault })))
    return { path, value: rows, hash: createHash('sha256').update(text).digest('hex') }
  }

  picture(path: string, name: string): PictureFile | undefined {
    this.files++
    const bytes = readFileSync(path)
    const read = readPicture(new Uint8Array(bytes))
    if (read.ok) return { name, path, picture: read.value, hash: hashOf([read.value.bytes]) }
    const message = `this is no picture that a lesson can show: ${read.error}`
    const place = { file: path, line: 1, column: 1 }
    this.problems.push({ ...place, code: 'PICTURE', message, severity: 'error' })
    return
  }

  lessons(folder: string, name: string): { lessons: Lessons; texts: string[] } {
    const lessons: Lessons = {}
    const texts: string[] = []
    for (const locale of locales) {
      const path = join(folder, `${name}.${locale}.mdx`)
      if (!existsSync(path)) {
        if (locale === 'zh-CN') this.missing(path, 'the Chinese text is needed')
        continue
      }
      this.files++
      const bytes = readFileSync(path)
      const { lesson, problems } = checkLesson(bytes)
      this.problems.push(...problems.map((found) => ({ ...found, file: path })))
      if (lesson) lessons[locale] = lesson
      texts.push(bytes.toString('utf8'))
    }
    return { lessons, texts }
  }
}

function hashOf(texts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}

function readModule(reader: TreeReader, path: string, slug: string): ModuleFolder | undefined {
  const content = reader.yaml(join(path, 'module.yaml'), moduleFile)
  const quizPath = join(path, 'quiz.yaml')
  const quiz = existsSync(quizPath)
    ? reader.yaml(quizPath, quizFile)
    : { path: quizPath, value: { quizzes: [] }, hash: '' }
  const { lessons, texts } = reader.lessons(path, 'lesson')
  if (!content || !quiz || !lessons['zh-CN']) return
  const hash = hashOf([content.hash, quiz.hash, ...texts])
  return { slug, path, content: content.value, quiz: quiz.value, lessons, hash }
}

/** The files a manifest names, apart from its statements, with the schema of those that have one. */
function filesOf(manifest: LabFile): Map<string, z.ZodType | undefined> {
  const submissions = [manifest.accepted, ...manifest.wrong.map(({ file }) => file)]
  if (manifest.runtime === 'sql') {
    return new Map([manifest.data, manifest.otherwise, ...submissions].map((f) => [f, undefined]))
  }
  return new Map<string, z.ZodType>([
    [manifest.samples, samplesFile],
    ...submissions.map((file) => [file, answersSubmission] as const),
  ])
}

/** The text of a lab's file. */
function readLabFile(reader: TreeReader, path: string, schema: z.ZodType | undefined) {
  const isPlain = /^[a-z0-9][a-z0-9.-]*$/.test(basename(path))
  const text = isPlain ? reader.text(path) : undefined
  if (text === undefined) return reader.missing(path, 'lab.yaml names this file')
  return schema && reader.parse(path, text, schema) === undefined ? undefined : text
}

function readLab(reader: TreeReader, path: string, slug: string): LabFolder | undefined {
  const manifest = reader.yaml(join(path, 'lab.yaml'), labFile)
  if (!manifest) return
  const named = filesOf(manifest.value)
  const files: Record<string, string> = {}
  for (const [name, schema] of named) {
    const text = readLabFile(reader, join(path, name), schema)
    if (text !== undefined) files[name] = text
  }
  const { lessons: statements, texts } = reader.lessons(path, 'statement')
  if (!statements['zh-CN'] || !statements.en) {
    if (!statements.en) reader.missing(join(path, 'statement.en.mdx'), 'labs are in both languages')
    return
  }
  if (Object.keys(files).length < named.size) return
  const hash = hashOf([manifest.hash, ...Object.values(files), ...texts])
  return { slug, path, manifest: manifest.value, files, statements, hash }
}

function readCourse(reader: TreeReader, path: string): CourseFolder | undefined {
  const course = reader.yaml(join(path, 'course.yaml'), courseFile)
  if (!course) return
  const modules = course.value.modules.flatMap((slug) => {
    return readModule(reader, join(path, 'modules', slug), slug) ?? []
  })
  const labs = reader.names(join(path, 'labs')).flatMap((slug) => {
    return readLab(reader, join(path, 'labs', slug), slug) ?? []
  })
  const assets = join(path, 'assets')
  const pictures = reader.names(assets).flatMap((name) => {
    return reader.picture(join(assets, name), name) ?? []
  })
  return { path, content: course.value, modules, labs, pictures, hash: course.hash }
}

/** Reads and checks every file of the content folder, one by one; references come later. */
export function readContentTree(root = 'content'): ContentTree {
  const reader = new TreeReader()
  const each = <T>(folder: string, take: (path: string, name: string) => T | undefined) => {
    const path = join(root, folder)
    return reader.names(path).flatMap((name) => take(join(path, name), name) ?? [])
  }
  const courses = each('courses', (path) => readCourse(reader, path))
  const banks = each('items', (path) => reader.yaml(join(path, 'items.yaml'), itemFile))
  const frameworks = each('frameworks', (path, name) => {
    return name.endsWith('.yaml') ? reader.yaml(path, frameworkFile) : undefined
  })
  const roles = each('roles', (path) => reader.yaml(path, roleProfile))
  const regions = ['regions.csv', 'demonstration.csv'].flatMap((name) => {
    const kept = reader.regions(join(root, 'regions', name))
    return kept ? { ...kept, name } : []
  })
  const codes = new Map<string, Set<string>>()
  each('frameworks/codes', (path, name) => {
    codes.set(name.replace(/\.txt$/, ''), new Set(reader.text(path)?.trimEnd().split('\n')))
  })
  // Read by the server when it starts: a damaged rule would keep it from starting.
  reader.yaml(join(root, 'registry', 'contact-rules.yaml'), contactRulesFile)
  const { problems, places, files } = reader
  return { courses, banks, frameworks, roles, regions, codes, problems, places, files }
}
