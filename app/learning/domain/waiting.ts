/** What can wait for someone: an answer, a unit's answer, a review, a draft, a link, an account. */
export type WaitingKind = 'contact' | 'unit-consent' | 'review' | 'draft' | 'link' | 'invited'
