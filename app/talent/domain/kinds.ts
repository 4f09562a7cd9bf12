/** How a person may be engaged (用人方式). */
export const contractKinds = [
  'permanent',
  'fixed-term',
  'researcher',
  'graduate-reserved',
  'temporary-posting',
  'secondment',
  'part-time-mission',
] as const
export type ContractKind = (typeof contractKinds)[number]

/** What an officer did with a person's entry; each is shown to the person. */
export const accessKinds = ['listed', 'viewed', 'requested', 'identified', 'read-for-unit'] as const
export type AccessKind = (typeof accessKinds)[number]

/** Who answers a contact request: the person, and the unit the person works in. */
export const consentSides = ['person', 'unit'] as const
export type ConsentSide = (typeof consentSides)[number]

export const consentAnswers = ['accepted', 'declined', 'withdrawn'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]
