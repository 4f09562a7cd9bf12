import { m } from '#app/shared/i18n/messages.ts'

/** The six tiers, from the top down. */
export const tierWords = {
  central: m.shared_tier_central,
  provincial: m.shared_tier_provincial,
  'deputy-provincial': m.shared_tier_deputy_provincial,
  prefecture: m.shared_tier_prefecture,
  county: m.shared_tier_county,
  township: m.shared_tier_township,
}

/** 人员类别. */
export const staffKindWords = {
  'civil-servant': m.shared_staff_civil_servant,
  'reference-managed': m.shared_staff_reference_managed,
  'institution-staff': m.shared_staff_institution,
}
