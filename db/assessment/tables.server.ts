import type { Item, ItemFile } from '#app/assessment/domain/item.ts'
import type { KeptResponse } from '#app/assessment/domain/response.ts'
import type { AttemptResult } from '#app/assessment/domain/result.ts'
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

/** A skill's bank: its aspects. */
export const itemBanks = table('item_banks', {
  skill: text('skill').primaryKey(),
  aspects: json<ItemFile['aspects']>('aspects').notNull(),
})

export const items = table(
  'items',
  {
    /** `<skill>/<question id>` */
    id: text('id').primaryKey(),
    skill: text('skill').notNull(),
    currentVersionId: text('current_version_id').notNull(),
    retiredAt: instant('retired_at'),
  },
  (t) => [index('items_skill').on(t.skill)],
)

export const itemVersions = table(
  'item_versions',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id').notNull(),
    number: integer('number').notNull(),
    content: json<Item>('content').notNull(),
    /** 2PL parameters on the logistic metric. */
    difficulty: real('difficulty').notNull(),
    slope: real('slope').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [uniqueIndex('item_versions_number').on(t.itemId, t.number)],
)

export const attempts = table(
  'attempts',
  {
    id: text('id').primaryKey(),
    personId: person(),
    skill: text('skill').notNull(),
    modelVersion: text('model_version').notNull(),
    /** The form: item version ids in the order asked. */
    form: json<string[]>('form').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    result: json<AttemptResult>('result'),
  },
  (t) => [index('attempts_person').on(t.personId, t.skill, t.startedAt)],
)

/** One answer, with the item version and the parameters it was scored by. */
export const responses = table(
  'responses',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => attempts.id),
    /** Place in the form, from 1. */
    position: integer('position').notNull(),
    itemVersionId: text('item_version_id').notNull(),
    difficulty: real('difficulty').notNull(),
    slope: real('slope').notNull(),
    response: json<KeptResponse>('response').notNull(),
    correct: boolean('correct').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.position] })],
)
