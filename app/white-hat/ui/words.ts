import type { StaffKind, Tier } from '#app/organisation/domain/organisation.ts'
import { m } from '#app/shared/i18n/messages.ts'
import type { EvidenceKind } from '#app/talent/domain/evidence.ts'
import type { SkillGroup } from '#app/talent/domain/framework.ts'
import { quarterParts } from '#app/white-hat/domain/quarter.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'

// The words are the talent room's; its ui may not be imported, its messages may.
export const roleWords = {
  'penetration-tester': m.white_hat_role_penetration_tester,
  'red-team': m.white_hat_role_red_team,
  'vulnerability-researcher': m.white_hat_role_vulnerability_researcher,
  'incident-responder': m.white_hat_role_incident_responder,
  'threat-hunter': m.white_hat_role_threat_hunter,
  'reverse-engineer': m.white_hat_role_reverse_engineer,
  'secure-code-reviewer': m.white_hat_role_secure_code_reviewer,
  'digital-forensics-analyst': m.white_hat_role_digital_forensics,
  'disclosure-coordinator': m.white_hat_role_disclosure_coordinator,
} satisfies Record<WhiteHatRole, () => string>

const levels = [m.talent_level_1, m.talent_level_2, m.talent_level_3, m.talent_level_4]

/** '3 熟练' */
export function levelWords(level: number): string {
  return levels[level - 1]?.() ?? String(level)
}

export const groupWords = {
  everyone: m.talent_group_everyone,
  data: m.talent_group_data,
  service: m.talent_group_service,
  security: m.talent_group_security,
} satisfies Record<SkillGroup, () => string>

export const tierWords = {
  central: m.talent_tier_central,
  provincial: m.talent_tier_provincial,
  'deputy-provincial': m.talent_tier_deputy_provincial,
  prefecture: m.talent_tier_prefecture,
  county: m.talent_tier_county,
  township: m.talent_tier_township,
} satisfies Record<Tier, () => string>

export const staffWords = {
  'civil-servant': m.talent_staff_civil_servant,
  'reference-managed': m.talent_staff_reference_managed,
  'institution-staff': m.talent_staff_institution,
} satisfies Record<StaffKind, () => string>

export const evidenceWords = {
  'supervised-test': m.talent_evidence_supervised_test,
  'supervised-lab': m.talent_evidence_supervised_lab,
  'verified-certificate': m.talent_evidence_verified_certificate,
  'unsupervised-test': m.talent_evidence_unsupervised_test,
  'unsupervised-lab': m.talent_evidence_unsupervised_lab,
  attestation: m.talent_evidence_attestation,
  'completed-module': m.talent_evidence_completed_module,
  'own-claim': m.talent_evidence_own_claim,
} satisfies Record<EvidenceKind, () => string>

/** '2026年第3季度' */
export function quarterWords(start: number): string {
  const { year, quarter } = quarterParts(start)
  return m.white_hat_quarter({ year: String(year), quarter })
}
