/**
 * Every action that a command may leave in the trail, in the groups that an auditor filters by. A test
 * compares this list with the commands.
 */
export const actionGroups = {
  accounts: [
    'session.started',
    'session.ended',
    'password.set',
    'password.changed',
    'second-factor.proposed',
    'second-factor.confirmed',
    'second-factor.used',
    'second-factor.removed',
    'recovery-code.used',
    'link.issued',
    'reset.requested',
    'reset.mailed',
    'preference.chosen',
  ],
  people: [
    'person.added',
    'person.edited',
    'person.left',
    'person.returned',
    'person.erased',
    'roster.imported',
    'role.granted',
    'role.revoked',
    'organisation.added',
    'organisation.edited',
    'organisation.retired',
    'report.downloaded',
  ],
  learning: [
    'course.nominated',
    'course.nomination-withdrawn',
    'module.opened',
    'module.moved',
    'check.answered',
    'lab.submitted',
    'attempt.started',
    'response.given',
    'attempt.finished',
    'person-skills.faded',
    'answers.expired',
  ],
  talent: [
    'skill.attested',
    'skill.attestation-withdrawn',
    'registry.consented',
    'registry.left',
    'registry.searched',
    'registry-entry.viewed',
    'contact.requested',
    'contact.withdrawn',
    'contact.answer-read',
    'contact.answered',
    'contact.answered-for-unit',
    'contact.identified',
    'contact.opened-for-unit',
    'white-hat-pool.searched',
    'white-hat-pool.rebuilt',
    'looks.expired',
  ],
  content: [
    'lesson.begun',
    'draft.begun',
    'draft.saved',
    'picture.added',
    'picture.removed',
    'draft.submitted',
    'draft.withdrawn',
    'draft.rebased',
    'draft.returned',
    'draft.approved',
    'draft.discarded',
    'content.checked',
    'content.published',
  ],
  demonstration: [
    'demonstration.planted',
    'demonstration.activated',
    'demonstration.granted',
    'demonstration.attested',
    'demonstration.certified',
  ],
} as const

export type ActionGroup = keyof typeof actionGroups
export type AuditAction = (typeof actionGroups)[ActionGroup][number]

/** The looks at people and the searches for them: each was made for a stated purpose. */
const looks = new Set<string>([
  'registry.searched',
  'registry-entry.viewed',
  'contact.requested',
  'contact.identified',
  'contact.opened-for-unit',
  'white-hat-pool.searched',
] satisfies AuditAction[])

/** What is done to others by virtue of an office, besides looks; the rest people do for themselves. */
const official = new Set<string>([
  ...actionGroups.people,
  'link.issued',
  'course.nominated',
  'course.nomination-withdrawn',
  'skill.attested',
  'skill.attestation-withdrawn',
  'contact.withdrawn',
  'contact.answered-for-unit',
] satisfies AuditAction[])

/** Whether a purpose was stated for this action. */
export function statesPurpose(action: string): boolean {
  return looks.has(action)
}

/** Whether it is done to others by virtue of an office, so that the auditor may read who did it. */
export function isOfficial(action: string): boolean {
  return looks.has(action) || official.has(action)
}

/** The actions that a filter's value stands for: a group's, or the one; undefined for anything else. */
export function actionsChosen(value: string): readonly AuditAction[] | undefined {
  const groups: Record<string, readonly AuditAction[]> = actionGroups
  if (Object.hasOwn(groups, value)) return groups[value]
  const one = Object.values(groups)
    .flat()
    .find((action) => action === value)
  return one && [one]
}
