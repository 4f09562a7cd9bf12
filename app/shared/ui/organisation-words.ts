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

/** What a person may do beyond learning. */
export const roleWords = {
  learner: m.shared_role_learner,
  author: m.shared_role_author,
  reviewer: m.shared_role_reviewer,
  'hr-officer': m.shared_role_hr_officer,
  'hr-superior': m.shared_role_hr_superior,
  invigilator: m.shared_role_invigilator,
  'white-hat-officer': m.shared_role_white_hat_officer,
  'white-hat-approver': m.shared_role_white_hat_approver,
  'mission-lead': m.shared_role_mission_lead,
  auditor: m.shared_role_auditor,
  administrator: m.shared_role_administrator,
  applicant: m.shared_role_applicant,
}
