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
export const accessKinds = [
  'listed',
  'viewed',
  'requested',
  'request-opened',
  'identified',
] as const
export type AccessKind = (typeof accessKinds)[number]

/** Who answers a contact request: the person, and the unit the person works in. */
export const consentSides = ['person', 'unit'] as const
export type ConsentSide = (typeof consentSides)[number]

export const consentAnswers = ['accepted', 'declined', 'withdrawn'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

/** Who adds to a request: those who answer it, and who made it. */
export const requestSides = [...consentSides, 'requester'] as const
export type RequestSide = (typeof requestSides)[number]

/** What is added: an answer; the requester takes the request back, or has read how it was answered. */
export const requestSteps = [...consentAnswers, 'read'] as const
export type RequestStep = (typeof requestSteps)[number]
