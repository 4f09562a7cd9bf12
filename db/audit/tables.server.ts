import { bytes, index, instant, integer, primaryKey, table, text } from '#db/dialect/index.ts'

/** One row per command, each holding the hash of the one before. See app/audit/domain/chain.ts. */
export const auditEvents = table(
  'audit_events',
  {
    /** 1, 2, 3 … without gaps. */
    sequence: integer('sequence').primaryKey(),
    at: instant('at').notNull(),
    /** The person who acted, or 'system', 'operator', 'nobody' or 'sealed'. */
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    subjectId: text('subject_id').notNull(),
    /** Canonical JSON without personal data. */
    detail: text('detail').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_events_actor').on(t.actorId, t.at),
    index('audit_events_subject').on(t.subjectId, t.at),
  ],
)

/** What a form's key already did, so that sending it again changes nothing and answers the same. */
export const commandResults = table(
  'command_results',
  {
    actorId: text('actor_id').notNull(),
    key: text('key').notNull(),
    action: text('action').notNull(),
    result: text('result').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index('command_results_at').on(t.at)],
)

export const outboxKinds = ['identity', 'code-name', 'mail'] as const

/** What must happen elsewhere after a commit. Payloads that name people are encrypted. */
export const outbox = table(
  'outbox',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: outboxKinds }).notNull(),
    payload: bytes('payload').notNull(),
    at: instant('at').notNull(),
    deliveredAt: instant('delivered_at'),
    attempts: integer('attempts').notNull(),
  },
  (t) => [index('outbox_waiting').on(t.deliveredAt, t.at)],
)
