import type { Role } from '#app/accounts/domain/roles.ts'
import type {
  OrganisationKind,
  PersonState,
  StaffKind,
  Tier,
} from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'

export const tierWords = {
  central: m.organisation_tier_central,
  provincial: m.organisation_tier_provincial,
  'deputy-provincial': m.organisation_tier_deputy_provincial,
  prefecture: m.organisation_tier_prefecture,
  county: m.organisation_tier_county,
  township: m.organisation_tier_township,
} satisfies Record<Tier, () => string>

export const kindWords = {
  unit: m.organisation_kind_unit,
  department: m.organisation_kind_department,
} satisfies Record<OrganisationKind, () => string>

export const staffKindWords = {
  'civil-servant': m.organisation_staff_civil_servant,
  'reference-managed': m.organisation_staff_reference_managed,
  'institution-staff': m.organisation_staff_institution,
} satisfies Record<StaffKind, () => string>

export const stateWords = {
  invited: m.organisation_state_invited,
  active: m.organisation_state_active,
  left: m.organisation_state_left,
} satisfies Record<PersonState, () => string>

export const roleWords = {
  learner: m.organisation_role_learner,
  author: m.organisation_role_author,
  reviewer: m.organisation_role_reviewer,
  'hr-officer': m.organisation_role_hr_officer,
  'hr-superior': m.organisation_role_hr_superior,
  invigilator: m.organisation_role_invigilator,
  'white-hat-officer': m.organisation_role_white_hat_officer,
  'white-hat-approver': m.organisation_role_white_hat_approver,
  'mission-lead': m.organisation_role_mission_lead,
  auditor: m.organisation_role_auditor,
  administrator: m.organisation_role_administrator,
  applicant: m.organisation_role_applicant,
} satisfies Record<Role, () => string>
