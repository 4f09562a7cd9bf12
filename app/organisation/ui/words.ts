import type { Role } from '#app/accounts/domain/roles.ts'
import type { OrganisationKind, PersonState } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'

export const kindWords = {
  unit: m.organisation_kind_unit,
  department: m.organisation_kind_department,
} satisfies Record<OrganisationKind, () => string>

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
