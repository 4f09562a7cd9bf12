/** What can wait for someone: an answer, a unit's answer, news of one, a review, a draft, a link, an account. */
export type WaitingKind =
  | 'contact'
  | 'unit-consent'
  | 'answered'
  | 'review'
  | 'draft'
  | 'link'
  | 'invited'
