import type { LabFile } from '#app/labs/domain/manifest.ts'
import type { LabReport } from '#app/labs/domain/report.ts'
import type { Verdict } from '#app/labs/domain/run.ts'
import type { CompiledLesson } from '#app/learning/domain/compiled-lesson.ts'
import type { Locale } from '#app/shared/domain/text.ts'
import {
  boolean,
  index,
  instant,
  integer,
  json,
  primaryKey,
  real,
  table,
  text,
  uniqueIndex,
} from '#db/dialect/index.ts'
import { person } from '#db/organisation/tables.server.ts'

export const labs = table('labs', {
  /** `<course>/<lab>` */
  id: text('id').primaryKey(),
  course: text('course').notNull(),
  slug: text('slug').notNull(),
  currentVersionId: text('current_version_id').notNull(),
})

export const labVersions = table(
  'lab_versions',
  {
    id: text('id').primaryKey(),
    labId: text('lab_id').notNull(),
    number: integer('number').notNull(),
    manifest: json<LabFile>('manifest').notNull(),
    /** The lab's files by name: data, samples, accepted answer. Never sent to a browser. */
    files: json<Record<string, string>>('files').notNull(),
    statement: json<Record<Locale, CompiledLesson>>('statement').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [uniqueIndex('lab_versions_number').on(t.labId, t.number)],
)

export const labDrafts = table(
  'lab_drafts',
  {
    personId: person(),
    labId: text('lab_id').notNull(),
    content: text('content').notNull(),
    hintsShown: integer('hints_shown').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.labId] })],
)

export const labAttempts = table(
  'lab_attempts',
  {
    id: text('id').primaryKey(),
    personId: person(),
    labId: text('lab_id').notNull(),
    versionId: text('version_id').notNull(),
    submission: text('submission').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    /** What the result page shows: no hidden value is in it. */
    report: json<LabReport>('report').notNull(),
    passed: boolean('passed').notNull(),
    cpuMs: real('cpu_ms').notNull(),
    peakMb: real('peak_mb').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('lab_attempts_person').on(t.personId, t.labId, t.at)],
)
