import { pictureTypes } from '#app/authoring/domain/picture/picture.ts'
import type { CourseFile, ModuleFile } from '#app/catalogue/domain/course.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import type { OtherFrontMatter } from '#app/learning/domain/gate/front-matter.ts'
import type { QuizFile } from '#app/learning/domain/quiz.ts'
import { locales } from '#app/shared/domain/text.ts'
import {
  bytes,
  index,
  instant,
  integer,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '#db/dialect/index.ts'

export const courses = table('courses', {
  slug: text('slug').primaryKey(),
  currentVersionId: text('current_version_id').notNull(),
  /** The unit whose trainers write it; null for courses that come with the product. */
  ownerId: text('owner_id'),
})

export const courseVersions = table(
  'course_versions',
  {
    id: text('id').primaryKey(),
    course: text('course').notNull(),
    number: integer('number').notNull(),
    content: json<CourseFile>('content').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [uniqueIndex('course_versions_number').on(t.course, t.number)],
)

export const modules = table(
  'modules',
  {
    /** `<course>/<module>` */
    id: text('id').primaryKey(),
    course: text('course')
      .notNull()
      .references(() => courses.slug),
    slug: text('slug').notNull(),
    currentVersionId: text('current_version_id').notNull(),
  },
  (t) => [index('modules_course').on(t.course)],
)

export const versionOrigins = ['file', 'studio'] as const

export const moduleVersions = table(
  'module_versions',
  {
    id: text('id').primaryKey(),
    moduleId: text('module_id').notNull(),
    number: integer('number').notNull(),
    content: json<ModuleFile>('content').notNull(),
    quiz: json<QuizFile>('quiz').notNull(),
    origin: text('origin', { enum: versionOrigins }).notNull(),
    /** What changed, in the author's words: learners on an older version read it. */
    note: text('note').notNull(),
    authorId: text('author_id'),
    reviewerId: text('reviewer_id'),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [uniqueIndex('module_versions_number').on(t.moduleId, t.number)],
)

export const moduleTexts = table(
  'module_texts',
  {
    versionId: text('version_id')
      .notNull()
      .references(() => moduleVersions.id),
    locale: text('locale', { enum: locales }).notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    source: text('source').notNull(),
    /** Beside title and summary; null for texts published before it was kept. */
    frontMatter: json<OtherFrontMatter>('front_matter'),
    compiled: json<CompiledLesson>('compiled').notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.locale] })],
)

/** Pictures of lessons, by course and name. */
export const pictures = table(
  'pictures',
  {
    course: text('course').notNull(),
    /** Of a picture that was uploaded it holds the beginning of its hash. */
    name: text('name').notNull(),
    type: text('type', { enum: pictureTypes }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** What is on it, in its author's words. */
    alt: text('alt').notNull(),
    bytes: bytes('bytes').notNull(),
    hash: text('hash').notNull(),
    /** The draft it was brought to; null for pictures that come with the product. */
    draftId: text('draft_id'),
    addedAt: instant('added_at').notNull(),
    /** Null while only authors and reviewers may see it. */
    publishedAt: instant('published_at'),
  },
  (t) => [primaryKey({ columns: [t.course, t.name] }), index('pictures_draft').on(t.draftId)],
)

/** What a content file held when it was last published, to tell what changed since. */
export const publishedFiles = table('published_files', {
  /** The publishable unit: `courses/<course>`, `modules/<course>/<module>`, `labs/…`, `items/…`. */
  unit: text('unit').primaryKey(),
  hash: text('hash').notNull(),
  versionId: text('version_id').notNull(),
  publishedAt: instant('published_at').notNull(),
})
