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
} from '#db/dialect/index.ts'
import { person } from '#db/organisation/tables.server.ts'

export const enrolments = table(
  'enrolments',
  {
    personId: person(),
    course: text('course').notNull(),
    kind: text('kind', { enum: ['self-chosen', 'nominated'] }).notNull(),
    nominatedBy: text('nominated_by'),
    at: instant('at').notNull(),
    dueAt: instant('due_at'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.course] })],
)

/** Where a learner is in a module, and on which version: they stay on it until they choose. */
export const moduleProgress = table(
  'module_progress',
  {
    personId: person(),
    moduleId: text('module_id').notNull(),
    versionId: text('version_id').notNull(),
    openedAt: instant('opened_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    completedAt: instant('completed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.moduleId] }),
    index('module_progress_version').on(t.versionId),
  ],
)

/** Each answer to a check in a lesson, the latest deciding. */
export const checkAnswers = table(
  'check_answers',
  {
    id: text('id').primaryKey(),
    personId: person(),
    moduleId: text('module_id').notNull(),
    versionId: text('version_id').notNull(),
    quizId: text('quiz_id').notNull(),
    questionId: text('question_id').notNull(),
    /** Which try this was, from 1: it picks the variant. */
    attempt: integer('attempt').notNull(),
    response: json<unknown>('response').notNull(),
    correct: boolean('correct').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('check_answers_person').on(t.personId, t.moduleId, t.at)],
)

/** Credit hours earned: once per person and module. */
export const creditEntries = table(
  'credit_entries',
  {
    id: text('id').primaryKey(),
    personId: person(),
    moduleId: text('module_id').notNull(),
    versionId: text('version_id').notNull(),
    /** 学时, of 45 minutes. */
    hours: real('hours').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('credit_entries_person').on(t.personId, t.at)],
)
