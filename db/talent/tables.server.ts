import { personStates, staffKinds, tiers } from '#app/organisation/domain/organisation.ts'
import { evidenceKinds } from '#app/talent/domain/evidence.ts'
import type { FrameworkFile, RoleProfile, Skill } from '#app/talent/domain/framework.ts'
import { relations } from '#app/talent/domain/framework.ts'
import { accessKinds, contractKinds, requestSides, requestSteps } from '#app/talent/domain/kinds.ts'
import {
  boolean,
  foreignKey,
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
import { people, person } from '#db/organisation/tables.server.ts'

/** The spine of skills, from content/frameworks. */
export const skills = table('skills', {
  code: text('code').primaryKey(),
  edition: text('edition').notNull(),
  content: json<Skill>('content').notNull(),
})

export const frameworkSources = table('framework_sources', {
  id: text('id').primaryKey(),
  content: json<FrameworkFile['sources'][number]>('content').notNull(),
})

export const skillCrosswalk = table(
  'skill_crosswalk',
  {
    skill: text('skill').notNull(),
    source: text('source').notNull(),
    code: text('code').notNull(),
    relation: text('relation', { enum: relations }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.skill, t.source, t.code] })],
)

export const roleProfiles = table('role_profiles', {
  code: text('code').primaryKey(),
  content: json<RoleProfile>('content').notNull(),
})

/** Append-only; a revocation is a row that names the one it revokes. */
export const skillEvidence = table(
  'skill_evidence',
  {
    id: text('id').primaryKey(),
    personId: person(),
    skill: text('skill').notNull(),
    level: integer('level').notNull(),
    kind: text('kind', { enum: evidenceKinds }).notNull(),
    /** A test whose skill has no standard setting yet counts less and says so. */
    diagnostic: boolean('diagnostic').notNull(),
    /** As `startingStrength` gave it when this was recorded. */
    strength: real('strength').notNull(),
    /** 'platform', or the person who attested. */
    issuer: text('issuer').notNull(),
    at: instant('at').notNull(),
    expiresAt: instant('expires_at'),
    /** What it comes from: an attempt, a lab attempt, a module, with its version. */
    sourceId: text('source_id').notNull(),
    sourceVersion: text('source_version').notNull(),
    hash: text('hash').notNull(),
    revokesId: text('revokes_id'),
  },
  (t) => [index('skill_evidence_person').on(t.personId, t.skill)],
)

/** What a unit attested (单位鉴定), on what grounds; the evidence with the same id is what counts. */
export const attestations = table(
  'attestations',
  {
    id: text('id')
      .primaryKey()
      .references(() => skillEvidence.id),
    personId: person(),
    unitId: text('unit_id').notNull(),
    /** Read by the person and the unit alone. */
    grounds: text('grounds').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    /** Why it was withdrawn; null also where a newer one took its place. */
    reason: text('reason'),
  },
  (t) => [index('attestations_person').on(t.personId)],
)

/** Derived from evidence and a moment; can be rebuilt at any time. */
export const personSkills = table(
  'person_skills',
  {
    personId: person(),
    skill: text('skill').notNull(),
    level: integer('level').notNull(),
    confidence: real('confidence').notNull(),
    /** The newest evidence behind it. */
    evidenceAt: instant('evidence_at').notNull(),
    /** It rests on diagnostic evidence alone. */
    diagnostic: boolean('diagnostic').notNull(),
    asOf: instant('as_of').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.skill] }),
    // A search reads a skill's holders from the index alone.
    index('person_skills_skill').on(t.skill, t.level, t.personId, t.evidenceAt, t.confidence),
  ],
)

/** Consent to be searchable; a row for each time it was given. */
export const registryConsents = table(
  'registry_consents',
  {
    id: text('id').primaryKey(),
    personId: person(),
    /** Which wording was agreed to. */
    wording: text('wording').notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [index('registry_consents_person').on(t.personId)],
)

/**
 * Who may be found now. A row is here only while consent is current and the person is no white
 * hat; withdrawing deletes it, and with it every search result. Unit and state are the person's:
 * the database itself carries each change over, so that a search need not look them up.
 */
export const registryEntries = table(
  'registry_entries',
  {
    personId: person().primaryKey(),
    /** What officers see in place of a name: new with each consent. */
    code: text('code').notNull(),
    unitId: text('unit_id').notNull(),
    personState: text('person_state', { enum: personStates }).notNull(),
    tier: text('tier', { enum: tiers }).notNull(),
    regionCode: text('region_code').notNull(),
    staffKind: text('staff_kind', { enum: staffKinds }).notNull(),
    grade: text('grade').notNull(),
    availableFrom: instant('available_from'),
  },
  (t) => [
    foreignKey({
      name: 'registry_entries_person',
      columns: [t.personId, t.unitId, t.personState],
      foreignColumns: [people.id, people.unitId, people.state],
    }).onUpdate('cascade'),
    uniqueIndex('registry_entries_code').on(t.code),
    // All that a search asks of an entry, so that it reads the index alone.
    index('registry_entries_search').on(
      ...[t.personId, t.personState, t.unitId, t.tier, t.regionCode, t.staffKind],
      ...[t.availableFrom, t.code],
    ),
    index('registry_entries_place').on(t.tier, t.regionCode),
  ],
)

/** Which kinds of engagement the person is open to. */
export const registryContracts = table(
  'registry_contracts',
  {
    personId: person(),
    contract: text('contract', { enum: contractKinds }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.contract] })],
)

/** Each look at a person, with its purpose: shown to that person. */
export const accessLog = table(
  'access_log',
  {
    id: text('id').primaryKey(),
    personId: person(),
    viewerId: text('viewer_id').notNull(),
    viewerUnitId: text('viewer_unit_id').notNull(),
    kind: text('kind', { enum: accessKinds }).notNull(),
    purpose: text('purpose').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('access_log_person').on(t.personId, t.at)],
)

/** Searches of the pool, by officer and purpose, for the auditor: also those that listed nobody. */
export const registrySearches = table('registry_searches', {
  id: text('id').primaryKey(),
  viewerId: text('viewer_id').notNull(),
  purpose: text('purpose').notNull(),
  at: instant('at').notNull(),
})

export const contactRequests = table(
  'contact_requests',
  {
    id: text('id').primaryKey(),
    personId: person(),
    requesterId: text('requester_id').notNull(),
    unitId: text('unit_id').notNull(),
    contract: text('contract', { enum: contractKinds }).notNull(),
    /** The term asked for, in years, where the kind of engagement has one. */
    termYears: integer('term_years'),
    /** Whether the post touches state secrets, as who asks declared; null before it was kept. */
    secretPost: boolean('secret_post'),
    purpose: text('purpose').notNull(),
    message: text('message').notNull(),
    at: instant('at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    index('contact_requests_person').on(t.personId),
    index('contact_requests_unit').on(t.unitId),
  ],
)

/** Answers to a request, and what who asked did with it; the latest of each side counts. */
export const contactAnswers = table(
  'contact_answers',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => contactRequests.id),
    side: text('side', { enum: requestSides }).notNull(),
    answer: text('answer', { enum: requestSteps }).notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('contact_answers_request').on(t.requestId)],
)
