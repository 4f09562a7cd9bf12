import { staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { evidenceKinds } from '#app/talent/domain/evidence.ts'
import { whiteHatRoles } from '#app/white-hat/domain/roles.ts'
import { index, instant, integer, primaryKey, real, table, text } from '#db/dialect/index.ts'

/**
 * The masked pool. Nothing here, and nothing beside it in this database, leads to a person: the
 * link and the applications are sealed in the vault, each row says what is true of a whole group of
 * people (app/white-hat/domain/cells.ts), and all of it is written anew in random order.
 */
export const whiteHatEntries = table('white_hat_entries', {
  codeName: text('code_name').primaryKey(),
  role: text('role', { enum: whiteHatRoles }).notNull(),
  /** Null where the group differs. */
  tier: text('tier', { enum: tiers }),
  /** A prefecture or a province; '' where the group differs. */
  regionCode: text('region_code').notNull(),
  staffKind: text('staff_kind', { enum: staffKinds }),
})

/** Levels, confidences and dates are lower bounds. */
export const whiteHatSkills = table(
  'white_hat_skills',
  {
    codeName: text('code_name').notNull(),
    skill: text('skill').notNull(),
    level: integer('level').notNull(),
    confidence: real('confidence').notNull(),
    /** The first moment of the quarter of the evidence, UTC ms. */
    evidenceAt: instant('evidence_at').notNull(),
    /** Null where the group differs. */
    kind: text('kind', { enum: evidenceKinds }),
  },
  (t) => [
    primaryKey({ columns: [t.codeName, t.skill] }),
    index('white_hat_skills_skill').on(t.skill, t.level, t.codeName),
  ],
)

/** Searches of the masked pool, by officer and purpose, for the auditor. */
export const whiteHatSearches = table('white_hat_searches', {
  id: text('id').primaryKey(),
  viewerId: text('viewer_id').notNull(),
  purpose: text('purpose').notNull(),
  at: instant('at').notNull(),
})
