import { staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { evidenceKinds } from '#app/talent/domain/evidence.ts'
import { whiteHatRoles } from '#app/white-hat/domain/roles.ts'
import { index, instant, integer, primaryKey, real, table, text } from '#db/dialect/index.ts'
import { people } from '#db/organisation/tables.server.ts'

export const whiteHatApplications = table(
  'white_hat_applications',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: whiteHatRoles }).notNull(),
    at: instant('at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('white_hat_applications_person').on(t.personId)],
)

/**
 * The masked pool. Nothing here, and nothing beside it in this database, leads to a person: the
 * link is sealed in the vault, and the whole pool is written anew in random order each time.
 */
export const whiteHatEntries = table('white_hat_entries', {
  codeName: text('code_name').primaryKey(),
  role: text('role', { enum: whiteHatRoles }).notNull(),
  tier: text('tier', { enum: tiers }).notNull(),
  regionCode: text('region_code').notNull(),
  staffKind: text('staff_kind', { enum: staffKinds }).notNull(),
})

export const whiteHatSkills = table(
  'white_hat_skills',
  {
    codeName: text('code_name').notNull(),
    skill: text('skill').notNull(),
    level: integer('level').notNull(),
    confidence: real('confidence').notNull(),
    /** The first moment of the quarter of the newest evidence. */
    evidenceAt: instant('evidence_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.codeName, t.skill] }),
    index('white_hat_skills_skill').on(t.skill, t.level, t.codeName),
  ],
)

/** Evidence as it may be shown: its kind, level and quarter, and no more. */
export const whiteHatEvidence = table(
  'white_hat_evidence',
  {
    codeName: text('code_name').notNull(),
    skill: text('skill').notNull(),
    level: integer('level').notNull(),
    kind: text('kind', { enum: evidenceKinds }).notNull(),
    quarter: instant('quarter').notNull(),
  },
  (t) => [primaryKey({ columns: [t.codeName, t.skill, t.level, t.kind, t.quarter] })],
)

/** Searches of the masked pool, by officer and purpose, for the auditor. */
export const whiteHatSearches = table('white_hat_searches', {
  id: text('id').primaryKey(),
  viewerId: text('viewer_id').notNull(),
  purpose: text('purpose').notNull(),
  at: instant('at').notNull(),
})
