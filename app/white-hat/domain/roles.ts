/** The nine white-hat roles; their titles and needs are in content/roles. */
export const whiteHatRoles = [
  'penetration-tester',
  'red-team',
  'vulnerability-researcher',
  'incident-responder',
  'threat-hunter',
  'reverse-engineer',
  'secure-code-reviewer',
  'digital-forensics-analyst',
  'disclosure-coordinator',
] as const
export type WhiteHatRole = (typeof whiteHatRoles)[number]
