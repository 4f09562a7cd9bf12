import { currentLocale } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { ContactState } from '#app/talent/domain/contact.ts'
import type { AccessKind, ContractKind } from '#app/talent/domain/kinds.ts'
import type { SearchPlace } from '#app/talent/domain/reach.ts'
import type { ShownEvidence } from '#app/talent/domain/shown.ts'

export const contractWords = {
  permanent: m.talent_contract_permanent,
  'fixed-term': m.talent_contract_fixed_term,
  researcher: m.talent_contract_researcher,
  'graduate-reserved': m.talent_contract_graduate_reserved,
  'temporary-posting': m.talent_contract_temporary_posting,
  secondment: m.talent_contract_secondment,
  'part-time-mission': m.talent_contract_part_time_mission,
} satisfies Record<ContractKind, () => string>

export const strengthWords = {
  strong: m.talent_strength_strong,
  fair: m.talent_strength_fair,
  weak: m.talent_strength_weak,
} satisfies Record<ShownEvidence['strength'], () => string>

export const stateWords = {
  'waiting-person': m.talent_state_waiting_person,
  'waiting-unit': m.talent_state_waiting_unit,
  accepted: m.talent_state_accepted,
  declined: m.talent_state_declined,
  withdrawn: m.talent_state_withdrawn,
  expired: m.talent_state_expired,
} satisfies Record<ContactState, () => string>

export const lookWords = {
  listed: m.talent_look_listed,
  viewed: m.talent_look_viewed,
  requested: m.talent_look_requested,
  identified: m.talent_look_identified,
  'read-for-unit': m.talent_look_read_for_unit,
} satisfies Record<AccessKind, () => string>

export const placeWords = {
  own: m.talent_place_own,
  below: m.talent_place_below,
} satisfies Record<SearchPlace, () => string>

/** An organisation's name in the language of the page. */
export function unitName({ zh, en }: { zh: string; en: string }): string {
  return currentLocale() === 'en' ? en : zh
}

/** The kinds of engagement in one line. */
export function contractLine(contracts: ContractKind[]): string {
  return contracts.map((kind) => contractWords[kind]()).join(m.talent_list_separator())
}

/** '2026-09': as fine as dates of evidence are given. They and days of availability are in UTC. */
export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7)
}
