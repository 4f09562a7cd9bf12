import { m } from '#app/shared/i18n/messages.ts'
import { quarterParts } from '#app/white-hat/domain/quarter.ts'
import type { WhiteHatRole } from '#app/white-hat/domain/roles.ts'

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

/** '2026年第3季度' */
export function quarterWords(start: number): string {
  const { year, quarter } = quarterParts(start)
  return m.white_hat_quarter({ year: String(year), quarter })
}
