/** The roles of the product's vocabulary. Each is held for one organisation and what is below it. */
export const roles = [
  'learner',
  'author',
  'reviewer',
  'hr-officer',
  'hr-superior',
  'invigilator',
  'white-hat-officer',
  'white-hat-approver',
  'mission-lead',
  'auditor',
  'administrator',
  'applicant',
] as const
export type Role = (typeof roles)[number]
