import { draftStates } from '#app/authoring/domain/draft.ts'
import type { DraftSettings } from '#app/authoring/domain/draft-settings.ts'
import { index, instant, integer, json, primaryKey, table, text } from '#db/dialect/index.ts'

export const drafts = table(
  'drafts',
  {
    id: text('id').primaryKey(),
    course: text('course').notNull(),
    /** The module it changes or will become. */
    moduleSlug: text('module_slug').notNull(),
    /** The version it was begun from; null for a new module. */
    baseVersionId: text('base_version_id'),
    state: text('state', { enum: draftStates }).notNull(),
    settings: json<DraftSettings>('settings').notNull(),
    lessonZh: text('lesson_zh').notNull(),
    /** Empty until the English is written. */
    lessonEn: text('lesson_en').notNull(),
    quiz: text('quiz').notNull(),
    note: text('note').notNull(),
    /** Counts saves: a save that names an older one is a conflict, not an overwrite. */
    revision: integer('revision').notNull(),
    ownerId: text('owner_id').notNull(),
    createdAt: instant('created_at').notNull(),
    savedAt: instant('saved_at').notNull(),
    submittedAt: instant('submitted_at'),
  },
  (t) => [index('drafts_state').on(t.state), index('drafts_module').on(t.course, t.moduleSlug)],
)

/** Everyone who ever saved it: none of them may approve it. */
export const draftAuthors = table(
  'draft_authors',
  {
    draftId: text('draft_id')
      .notNull()
      .references(() => drafts.id),
    personId: text('person_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.draftId, t.personId] })],
)

export const reviewDecisions = table(
  'review_decisions',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => drafts.id),
    reviewerId: text('reviewer_id').notNull(),
    decision: text('decision', { enum: ['approved', 'changes-requested'] }).notNull(),
    comment: text('comment').notNull(),
    /** What the author had said of the revision that was decided about. */
    authorsNote: text('authors_note').notNull().default(''),
    revision: integer('revision').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('review_decisions_draft').on(t.draftId)],
)
