import { m } from '#app/shared/i18n/messages.ts'

/** 用人方式. */
export const contractWords = {
  permanent: m.talent_contract_permanent,
  'fixed-term': m.talent_contract_fixed_term,
  researcher: m.talent_contract_researcher,
  'graduate-reserved': m.talent_contract_graduate_reserved,
  'temporary-posting': m.talent_contract_temporary_posting,
  secondment: m.talent_contract_secondment,
  'part-time-mission': m.talent_contract_part_time_mission,
}

/** Where an officer looks. */
export const placeWords = {
  own: m.talent_place_own,
  below: m.talent_place_below,
}

/** The nine white-hat roles. */
export const whiteHatRoleWords = {
  'penetration-tester': m.white_hat_role_penetration_tester,
  'red-team': m.white_hat_role_red_team,
  'vulnerability-researcher': m.white_hat_role_vulnerability_researcher,
  'incident-responder': m.white_hat_role_incident_responder,
  'threat-hunter': m.white_hat_role_threat_hunter,
  'reverse-engineer': m.white_hat_role_reverse_engineer,
  'secure-code-reviewer': m.white_hat_role_secure_code_reviewer,
  'digital-forensics-analyst': m.white_hat_role_digital_forensics,
  'disclosure-coordinator': m.white_hat_role_disclosure_coordinator,
}
