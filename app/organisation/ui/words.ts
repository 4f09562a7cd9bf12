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
