import { currentLocale, formatDate } from '#app/shared/i18n/format.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { contractWords } from '#app/shared/ui/talent-words.ts'
import type { ContactState } from '#app/talent/domain/contact.ts'
import { daysAfterNo, type StandingNo } from '#app/talent/domain/contact-rules.ts'
import type { AccessKind, ContractKind } from '#app/talent/domain/kinds.ts'
import type { ShownEvidence } from '#app/talent/domain/shown.ts'

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
  recalled: m.talent_state_recalled,
  expired: m.talent_state_expired,
} satisfies Record<ContactState, () => string>

export const lookWords = {
  listed: m.talent_look_listed,
  viewed: m.talent_look_viewed,
  requested: m.talent_look_requested,
  'request-opened': m.talent_look_request_opened,
  identified: m.talent_look_identified,
} satisfies Record<AccessKind, () => string>

/** An organisation's name in the language of the page. */
export function unitName({ zh, en }: { zh: string; en: string }): string {
  return currentLocale() === 'en' ? en : zh
}

/** When the person said no to the reader's organisation, and from which day it may ask again. */
export function noWords({ at, until }: StandingNo, timeZone: string): string {
  const [date, again] = [formatDate(at, timeZone), formatDate(until, timeZone)]
  return m.talent_contact_said_no({ date, days: daysAfterNo, again })
}

/** The kinds of engagement in one line. */
export function contractLine(contracts: ContractKind[]): string {
  return contracts.map((kind) => contractWords[kind]()).join(m.talent_list_separator())
}

/** '2026-09': as fine as dates of evidence are given. They and days of availability are in UTC. */
export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7)
}
