import { roles } from '#app/accounts/domain/roles.ts'
import {
  organisationKinds,
  personStates,
  staffKinds,
  tiers,
} from '#app/organisation/domain/organisation.ts'
import { locales } from '#app/shared/domain/text.ts'
import { boolean, index, instant, table, text, uniqueIndex } from '#db/dialect/index.ts'

/** Administrative divisions by six-digit code (GB/T 2260); `parent` is null for a province. */
export const regions = table('regions', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  parent: text('parent'),
})

export const organisations = table(
  'organisations',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id'),
    /** Ids from the root down (see organisationPath): scopes are prefixes of it. */
    path: text('path').notNull(),
    kind: text('kind', { enum: organisationKinds }).notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    tier: text('tier', { enum: tiers }).notNull(),
    regionCode: text('region_code').notNull(),
    retiredAt: instant('retired_at'),
  },
  (t) => [
    uniqueIndex('organisations_path').on(t.path),
    index('organisations_parent').on(t.parentId),
  ],
)

/** A person without any of what names them: that is in the identity vault under the same id. */
export const people = table(
  'people',
  {
    id: text('id').primaryKey(),
    /** The department or unit they work in. */
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The unit above (or equal to) it, whose personnel officer looks after them. */
    unitId: text('unit_id')
      .notNull()
      .references(() => organisations.id),
    state: text('state', { enum: personStates }).notNull(),
    staffKind: text('staff_kind', { enum: staffKinds }).notNull(),
    /** 职务职级 as the unit writes it. */
    grade: text('grade').notNull(),
    /** The role profile of their post: a code of content/roles. */
    roleProfile: text('role_profile'),
    locale: text('locale', { enum: locales }),
    timeZone: text('time_zone').notNull(),
    largeText: boolean('large_text').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('people_organisation').on(t.organisationId),
    index('people_unit').on(t.unitId),
    // What a registry entry refers to, so that it follows its person.
    uniqueIndex('people_place').on(t.id, t.unitId, t.state),
  ],
)

/** A column `person_id` of other tables: whose row it is. */
export const person = () =>
  text('person_id')
    .notNull()
    .references(() => people.id)

export const roleGrants = table(
  'role_grants',
  {
    id: text('id').primaryKey(),
    personId: person(),
    role: text('role', { enum: roles }).notNull(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    grantedBy: text('granted_by'),
    grantedAt: instant('granted_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('role_grants_person').on(t.personId)],
)
